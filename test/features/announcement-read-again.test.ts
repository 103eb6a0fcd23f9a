import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NoticeDoc } from '../../cloudfunctions/shared/notices'
import type { PushDoc } from '../../cloudfunctions/shared/pushes'
import { DEMO_TEMPLATES } from '../../config/demo-templates.mts'
import type { Written } from '../../types/contract/announcement-desk'
import { auditReceipts, MUST_CONFIRM, receiptsOf } from '../support/announced'
import { asRead, BUILDING_3, COMMUNITY, planOf, published } from '../support/announcements'
import { accept } from '../support/accept'
import { HOUR, MINUTE, startTestCloud, type TestCloud } from '../support/cloud'
import { allOf } from '../support/database'

/** What was corrected is read again where it matters; where it does not, nobody is told what it said before. */

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ templates: DEMO_TEMPLATES })
  for (let given = 0; given < 9; given++) await accept(cloud, 'demo-elder', 'announcement')
})
afterAll(() => cloud.close())

const staff = () => cloud.as('demo-staff')
const elder = () => cloud.as('demo-elder')

const correct = (written: Written, title: string, more: { readAgain?: boolean } = {}) => {
  const { content } = planOf({ content: { title, category: written.category } })
  return staff().ok('announcement.correct', {
    ...asRead(written),
    ...{ content, reason: '时间改了', ...more },
  })
}
const rowOf = async (announcementId: string) => {
  const { items } = await elder().ok('announcement.listPublished', {})
  return items.find((one) => one.announcementId === announcementId)
}
const countsOf = async (announcementId: string) =>
  staff().ok('announcement.receipts', { region: COMMUNITY, announcementId })
const noticesOf = async (id: string) =>
  (await allOf<NoticeDoc>(cloud, 'notices')).filter(
    ({ about }) => about.kind === 'announced' && about.announcementId === id,
  )
const shown = async () => (await cloud.phone('demo-elder')).map(({ data }) => data.thing1?.value)

test('one that matters: unread, asked, counted and told anew; what was done before counts no more', async () => {
  const first = await published(cloud, 'demo-staff', {
    ...{ content: { title: '九点停水' }, audience: { places: [BUILDING_3] } },
    must: MUST_CONFIRM,
  })
  const { announcementId } = first
  await cloud.advance(MINUTE)
  await elder().ok('announcement.confirm', { announcementId })
  await cloud.sleep(25 * HOUR)
  await cloud.advance(MINUTE)
  const before = await countsOf(announcementId)
  expect(before).toMatchObject({ opened: 1, confirmed: 1, making: false })
  expect(await rowOf(announcementId)).toMatchObject({ unread: false, must: { done: true } })

  const second = await correct(first, '十点停水', { readAgain: true })
  expect(await rowOf(announcementId)).toMatchObject({
    ...{ title: '十点停水', unread: true, corrected: true, must: { done: false } },
  })
  const view = await elder().ok('announcement.view', { announcementId })
  expect(view.state === 'published' && view.asks).not.toHaveProperty('done')
  // Opened before the ticker has been there, it counts when the lines are made.
  await elder().ok('announcement.markOpened', { announcementId })
  await cloud.advance(2 * MINUTE)
  const after = await countsOf(announcementId)
  expect(after).toMatchObject({ opened: 1, confirmed: 0, called: 0, making: false })
  expect(after.people).toBe(before.people)
  expect(after.callFrom).toBeGreaterThan(before.callFrom ?? Infinity)
  expect((await receiptsOf(cloud, announcementId)).map(({ round }) => round)).not.toContain(
    undefined,
  )
  const ofIt = (await shown()).filter((words) => words?.includes('停水'))
  expect(ofIt).toEqual(['九点停水', '已更正：十点停水'])
  const inbox = await noticesOf(announcementId)
  expect(inbox).toMatchObject([{ about: { title: '十点停水', corrected: true } }])
  expect((await elder().ok('message.listMine', {})).items[0]).toMatchObject({ read: true })

  const { done } = await elder().ok('announcement.confirm', { announcementId })
  expect(done.confirmedAt).toBeGreaterThan(second.changedAt)
  expect(await countsOf(announcementId)).toMatchObject({ opened: 1, confirmed: 1 })
  const { faults } = await auditReceipts(cloud, { _id: announcementId, must: MUST_CONFIRM })
  expect(faults).toEqual([])

  // Whoever calls hears of the new list as well.
  const due = async () =>
    (await allOf<NoticeDoc>(cloud, 'notices')).filter(
      ({ about, accountId }) =>
        about.kind === 'callsDue' &&
        about.announcementId === announcementId &&
        accountId === 'demo-staff',
    ).length
  const told = await due()
  await cloud.sleep(25 * HOUR)
  await cloud.advance(MINUTE)
  expect(await due()).toBe(told + 1)

  await staff().ok('announcement.withdraw', { ...asRead(second), reason: '不停了' })
  expect(await noticesOf(announcementId)).toEqual([])
})

test.each(['receipts', 'pushes'])(
  'a ticker that dies at %s goes on, and tells once',
  async (at) => {
    const title = `门禁换卡${at}`
    const first = await published(cloud, 'demo-staff', {
      ...{ content: { title }, audience: { places: [BUILDING_3] }, must: MUST_CONFIRM },
    })
    const { announcementId } = first
    await cloud.advance(MINUTE)
    await elder().ok('announcement.confirm', { announcementId })
    const { people } = await countsOf(announcementId)
    await correct(first, `${title}改期`, { readAgain: true })
    await cloud.setFault({
      ...{ function: 'ticker', collections: [at], mode: 'kill' as const },
      nth: at === 'receipts' ? 2 : 3,
    })
    await cloud.advance(MINUTE)
    const faults = await cloud.faults()
    expect(faults).toMatchObject([{ fired: true }])
    await cloud.clearFaults()
    await cloud.advance(5 * MINUTE)
    expect(await countsOf(announcementId)).toMatchObject({ people, opened: 0, making: false })
    await elder().ok('announcement.confirm', { announcementId })
    const audited = await auditReceipts(cloud, { _id: announcementId, must: MUST_CONFIRM })
    expect([audited.faults, audited.counts.confirmed]).toEqual([[], 1])
    const told = (await shown()).filter((words) => words?.startsWith(`已更正：${title}`))
    expect(told.length).toBe(1)
  },
)

test('one that does not matter: who has read it has; what waits for phones has its new words', async () => {
  // 23:00: what is not urgent waits for the morning.
  await cloud.sleep(12 * HOUR)
  const first = await published(cloud, 'demo-staff', {
    ...{ content: { title: '明天修楼到' }, must: MUST_CONFIRM },
  })
  const { announcementId } = first
  await cloud.advance(MINUTE)
  await elder().ok('announcement.confirm', { announcementId })
  const second = await correct(first, '明天修楼道')
  await cloud.advance(MINUTE)
  expect(await rowOf(announcementId)).toMatchObject({ unread: false, must: { done: true } })
  expect(await countsOf(announcementId)).toMatchObject({ confirmed: 1, making: false })
  const waiting = async () =>
    (await allOf<PushDoc>(cloud, 'pushes')).filter(
      ({ state, accountId, group = '' }) =>
        state === 'waiting' && accountId === 'demo-elder' && group.startsWith(announcementId),
    )
  expect(await waiting()).toMatchObject([{ values: { title: '明天修楼道' } }])

  // Read again after all: what waited is not sent beside what tells of that.
  await correct(second, '后天修楼道', { readAgain: true })
  await cloud.advance(MINUTE)
  expect(await waiting()).toMatchObject([{ values: { title: '已更正：后天修楼道' } }])
})

test('an emergency always; and what becomes one is to be read from then on', async () => {
  const notice = await published(cloud, 'demo-staff', { content: { title: '三楼有味' } })
  const { content } = planOf({ content: { title: '三楼漏煤气', category: 'emergency' } })
  const urgent = await staff().ok('announcement.correct', {
    ...asRead(notice),
    ...{ content, reason: '是煤气' },
  })
  expect(urgent.must).toMatchObject({ do: 'read' })
  const { announcementId } = urgent
  await elder().ok('announcement.markOpened', { announcementId })
  await cloud.advance(MINUTE)
  expect((await shown()).at(-1)).toBe('已更正：三楼漏煤气')
  expect(await countsOf(announcementId)).toMatchObject({ opened: 1 })
  await correct(urgent, '三楼漏煤气，请下楼')
  expect(await rowOf(announcementId)).toMatchObject({ unread: true, must: { done: false } })
  await cloud.advance(MINUTE)
  expect((await shown()).at(-1)).toBe('已更正：三楼漏煤气，请下楼')
  expect(await countsOf(announcementId)).toMatchObject({ opened: 0, making: false })
})
