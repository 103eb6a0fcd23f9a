import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asRead, BUILDING_3, planOf, published } from '../support/announcements'
import { startTestCloud, type TestCloud } from '../support/cloud'

/** Finance and affairs disclosures (财务公开, 居务公开), by year, as sums and as a table to take away. */

const ELDER = 'demo-elder'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
})
afterAll(() => cloud.close())

const accounts = (period: string, spent = 30_000) => ({
  period,
  income: [
    { name: '车位费', fen: 120_050 },
    { name: '=1+1', fen: 5 },
  ],
  spending: [{ name: '路灯', fen: spent }],
})

/** Staff publish accounts for the community. */
const disclose = (title: string, period: string, audience = {}) =>
  published(cloud, 'demo-staff', {
    content: { title, category: 'finance', accounts: accounts(period) },
    audience,
  })

const titlesOf = async (
  openid: string,
  input: { year?: number; category?: 'finance' | 'affairs' },
) =>
  (await cloud.as(openid).ok('announcement.listDisclosures', input)).items.map(({ title }) => title)

async function tableOf(openid: string, announcementId: string, sheet: number) {
  const { url, bytes } = await cloud
    .as(openid)
    .ok('announcement.downloadDisclosure', { announcementId })
  const file = Buffer.from(await (await fetch(url)).arrayBuffer())
  expect(file.length).toBe(bytes)
  return readSheet(file, sheet)
}

describe('announcement.listDisclosures', () => {
  test('by the year they are about, with their sums, newest first', async () => {
    await disclose('去年全年', '2025')
    await disclose('二月', '2026-02')
    const { items, years } = await cloud
      .as(ELDER)
      .ok('announcement.listDisclosures', { category: 'finance' })
    expect(years).toEqual([2026, 2025])
    expect(items[0]).toMatchObject({
      title: '二月',
      period: '2026-02',
      income: 120_055,
      spending: 30_000,
    })
    expect(await titlesOf(ELDER, { year: 2025 })).toEqual(['去年全年'])
    expect(await titlesOf(ELDER, { year: 2024 })).toEqual([])
    const affairs = await titlesOf(ELDER, { category: 'affairs' })
    expect(affairs).toContain('居民代表会议定了三件事')
    expect(affairs).not.toContain('二月')
  })

  test('those of another community, or of a building that is not one’s own, are not there', async () => {
    await disclose('三号楼', '2026-03', { places: [BUILDING_3] })
    expect(await titlesOf(ELDER, {})).toContain('三号楼')
    expect(await titlesOf('demo-resident', {})).not.toContain('三号楼')
    expect(await titlesOf('demo-neighbour', {})).not.toContain('二月')
  })

  test('a stranger sees what is public, and nothing else', async () => {
    await disclose('公开的', '2026-04', { public: true })
    const seen = await titlesOf('a-stranger', {})
    expect(seen).toContain('公开的')
    expect(seen).not.toContain('二月')
  })
})

describe('announcement.downloadDisclosure', () => {
  test('the accounts as they stand, and as they stood before a correction', async () => {
    const written = await disclose('五月', '2026-05')
    const { content } = planOf({
      content: { title: '五月', category: 'finance', accounts: accounts('2026-05', 29_000) },
    })
    await cloud
      .as('demo-staff')
      .ok('announcement.correct', { ...asRead(written), content, reason: '路灯的钱写错了。' })
    const { announcementId } = written
    const now = await tableOf(ELDER, announcementId, 1)
    expect(now).toContainEqual(['车位费', 1200.5])
    // What somebody typed is a text, and no formula.
    expect(now).toContainEqual(['=1+1', 0.05])
    expect(now).toContainEqual(['路灯', 290])
    expect(now).toContainEqual(['结余', 910.55])
    const before = await tableOf(ELDER, announcementId, 2)
    expect(before).toContainEqual(['更正原因', '路灯的钱写错了。'])
    expect(before).toContainEqual(['路灯', 300])
    const view = await cloud.as(ELDER).ok('announcement.view', { announcementId })
    expect(view).toMatchObject({
      corrected: true,
      accounts: { spending: [{ fen: 29_000 }] },
      formers: [{ reason: '路灯的钱写错了。', accounts: { spending: [{ fen: 30_000 }] } }],
    })
  })

  test('is refused to whoever it is not for, without accounts, and once it is withdrawn', async () => {
    const refused = (openid: string, announcementId: string) =>
      cloud.as(openid).refused('announcement.downloadDisclosure', { announcementId })
    const written = await disclose('六月', '2026-06', { places: [BUILDING_3] })
    const { announcementId } = written
    expect(await refused('demo-resident', announcementId)).toBe('NOT_ADDRESSED')
    expect(await refused(ELDER, 'demo-water')).toBe('NOT_FOUND')
    expect(await refused(ELDER, 'no-such-thing')).toBe('NOT_FOUND')
    await cloud
      .as('demo-staff')
      .ok('announcement.withdraw', { ...asRead(written), reason: '算错了。' })
    expect(await refused(ELDER, announcementId)).toBe('WITHDRAWN')
    expect(await titlesOf(ELDER, {})).not.toContain('六月')
  })
})
