import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newAccount } from '../../cloudfunctions/shared/actor'
import { listKeyOf } from '../../cloudfunctions/shared/list-key.rules'
import type { NoticeDoc } from '../../cloudfunctions/shared/notices'
import type { Reading } from '../../cloudfunctions/shared/readings'
import { DAY, MINUTE, MONDAY_9, startTestCloud, type TestCloud } from '../support/cloud'
import { addDocs, allOf, emptyCollection } from '../support/database'

/** What many are told at once stands in the inbox of each as if it were theirs alone. */

const REGION = 'heping/nanhu/chunxiao'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ residents: 30 })
  // What the demo has told everybody would stand in every inbox.
  await emptyCollection(cloud, 'notices')
})
afterAll(() => cloud.close())

let next = 0
const someone = () => `resident-${String(++next).padStart(4, '0')}`

const row = (name: string, at: number, more: Partial<NoticeDoc>): NoticeDoc => ({
  ...{ _id: name, region: REGION, communityId: 'chunxiao', at, listKey: listKeyOf(at, name) },
  about: { kind: 'announced', announcementId: name, title: name, category: 'notice' },
  unread: true,
  ...more,
})
let groups = 0
/** Tells whoever holds a key, so long ago; answers the row's id. */
async function tellMany(to: string[], ago: number): Promise<string> {
  const group = `g${++groups}`
  await addDocs(cloud, 'notices', [row(`m-${group}`, MONDAY_9 - ago, { to, group })])
  return `m-${group}`
}
const page = (openid: string, after?: string) =>
  cloud.as(openid).ok('message.listMine', after === undefined ? {} : { after })
const idsOf = async (openid: string) => (await page(openid)).items.map(({ noticeId }) => noticeId)

describe('what many are told', () => {
  test('is in the inbox of those it is for, in its place among their own', async () => {
    const [me, elsewhere] = [someone(), 'demo-neighbour']
    const early = await tellMany([REGION], 3 * MINUTE)
    const late = await tellMany(['heping'], MINUTE)
    const forStaff = await tellMany([`staff@${REGION}`], 0)
    const own = `n-own-${me}`
    await addDocs(cloud, 'notices', [row(own, MONDAY_9 - 2 * MINUTE, { accountId: me })])
    expect(await idsOf(me)).toEqual([late, own, early])
    expect(await idsOf('demo-staff')).toContain(forStaff)
    expect(await idsOf(elsewhere)).toContain(late)
    expect(await idsOf(elsewhere)).not.toContain(early)
    expect((await page(me)).unread).toBe(3)
    expect((await cloud.as(me).ok('home.view', {})).message?.unread).toBe(3)
  })

  test('is read by each for themselves', async () => {
    const [me, other] = [someone(), someone()]
    const [a, b] = [await tellMany([REGION], 10), await tellMany([REGION], 5)]
    const before = (await page(other)).unread
    const { unread } = await cloud.as(me).ok('message.markRead', { noticeIds: [a] })
    expect((await page(me)).unread).toBe(unread)
    const items = new Map((await page(me)).items.map((one) => [one.noticeId, one.read]))
    expect([items.get(a), items.get(b)]).toEqual([true, false])
    expect((await page(other)).unread).toBe(before)
    await cloud.as(me).ok('message.markRead', { noticeIds: [a, b] })
    await cloud.as(me).ok('message.markRead', { noticeIds: [a, b] })
    const readings = await allOf<Reading>(cloud, 'readings')
    expect(readings.find(({ _id }) => _id === `r-${me}`)?.seen.length).toBe(2)
    expect(await cloud.as(me).ok('message.markRead', { all: true })).toEqual({ unread: 0 })
    expect((await page(me)).items.every(({ read }) => read)).toBe(true)
    // What comes later is unread again.
    const later = await tellMany([REGION], -MINUTE)
    await cloud.advance(2 * MINUTE)
    expect((await page(me)).items[0]).toMatchObject({ noticeId: later, read: false })
  })

  test('cannot be marked by whoever it is not for', async () => {
    const forStaff = await tellMany([`staff@${REGION}`], 0)
    const me = someone()
    await cloud.as(me).ok('message.markRead', { noticeIds: [forStaff, 'm-nothing'] })
    const readings = await allOf<Reading>(cloud, 'readings')
    expect(readings.some(({ _id }) => _id === `r-${me}`)).toBe(false)
  })

  test('is unread for a month, and there for longer', async () => {
    const worker = 'many-worker'
    const roles = [{ role: 'volunteer' as const, region: REGION, since: 1, by: 'test' }]
    await addDocs(cloud, 'accounts', [{ ...newAccount(worker, 'a-many', '工人'), roles }])
    const old = await tellMany([`volunteer@${REGION}`], 31 * DAY)
    expect((await page(worker)).items.find(({ noticeId }) => noticeId === old)?.read).toBe(true)
    const recent = await tellMany([`volunteer@${REGION}`], 29 * DAY)
    const shown = (await page(worker)).items.find(({ noticeId }) => noticeId === recent)
    expect(shown?.read).toBe(false)
    await cloud.as(worker).ok('message.markRead', { noticeIds: [recent] })
    const readings = await allOf<Reading>(cloud, 'readings')
    expect(readings.find(({ _id }) => _id === 'w-a-many')).toMatchObject({ accountId: worker })
  })

  test('pages go through both without losing or repeating one', async () => {
    const me = someone()
    const own = Array.from({ length: 70 }, (_, i) =>
      row(`n-page-${i}`, MONDAY_9 - i * 2 * MINUTE, { accountId: me }),
    )
    await addDocs(cloud, 'notices', own)
    for (let i = 0; i < 10; i++) await tellMany([REGION], (i * 14 + 1) * MINUTE)
    const all = await allOf<NoticeDoc>(cloud, 'notices')
    const mine = all
      .filter(({ accountId, to }) => accountId === me || to?.some((key) => !key.includes('@')))
      .sort((a, b) => (a.listKey < b.listKey ? 1 : -1))
    const seen: string[] = []
    let after: string | undefined
    do {
      const { items, next: more } = await page(me, after)
      seen.push(...items.map(({ noticeId }) => noticeId))
      after = more
    } while (after !== undefined)
    expect(seen).toEqual(mine.map(({ _id }) => _id))
  })
})
