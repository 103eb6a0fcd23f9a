import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newAccount } from '../../cloudfunctions/shared/actor'
import { announce, announced, MUST_CHOOSE, MUST_CONFIRM } from '../support/announced'
import {
  DAY,
  HOUR,
  MINUTE,
  MONDAY_9,
  newTap,
  startTestCloud,
  type TestCloud,
} from '../support/cloud'
import { addDocs, allOf, changeDoc } from '../support/database'
import { CHUNXIAO, LIUAN } from '../support/people'

/** Who sees which announcements, opens and confirms them. Nothing of the demo's own is there. */

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ residents: 12 })
  await withoutDemo(cloud)
})
afterAll(() => cloud.close())

/** The demo's own announcements would be in every list. */
async function withoutDemo(testCloud: TestCloud): Promise<void> {
  for (const { _id } of await allOf<{ _id: string }>(testCloud, 'announcements')) {
    await changeDoc(testCloud, 'announcements', _id, { state: 'draft', public: false, listKey: '' })
  }
}

const titles = (rows: readonly { title: string }[]) => rows.map(({ title }) => title)
const B3 = `${CHUNXIAO}/chunxiao-b3`

describe('the list', () => {
  test('has what is for the reader, newest first, and nothing else', async () => {
    await announce(cloud, [
      { id: 'for-all', at: MONDAY_9 - 5 * HOUR },
      { id: 'for-b3', at: MONDAY_9 - 4 * HOUR, audience: { places: [B3] } },
      { id: 'for-street', region: 'heping/nanhu', at: MONDAY_9 - 3 * HOUR },
      { id: 'for-liuan', region: LIUAN, at: MONDAY_9 - 2 * HOUR },
      { id: 'for-volunteers', audience: { roles: ['volunteer'] }, at: MONDAY_9 - HOUR },
      { id: 'gone', more: { state: 'withdrawn' } },
      { id: 'over', more: { expiresAt: MONDAY_9 - 1 } },
      { id: 'written', more: { state: 'draft', keys: [], listKey: '' } },
    ])
    const of = async (openid: string) =>
      (await cloud.as(openid).ok('announcement.listPublished', {})).items.map(
        (row) => row.announcementId,
      )
    expect(await of('demo-elder')).toEqual(['for-street', 'for-b3', 'for-all'])
    expect(await of('demo-resident')).toEqual(['for-street', 'for-all'])
    expect(await of('demo-volunteer')).toEqual(['for-volunteers', 'for-street', 'for-all'])
    expect(await of('demo-street')).toEqual(['for-street'])
    expect(await of('demo-neighbour')).toEqual(['for-liuan', 'for-street'])
  })

  test('a helper sees what is for the person, the desk too', async () => {
    const grant = { grantId: 'g-reading', residentId: 'r-demo-elder', communityId: 'chunxiao' }
    const rest = { region: CHUNXIAO, name: '妈妈', home: '3号楼', relation: 'son', since: 1 }
    await changeDoc(cloud, 'accounts', 'demo-child', {
      grants: [{ ...grant, ...rest, scope: 'everything' }],
    })
    for (const openid of ['demo-child', 'demo-staff']) {
      const asHer = cloud.as(openid, { onBehalfOf: 'r-demo-elder' })
      const { items } = await asHer.ok('announcement.listPublished', {})
      expect(items.map((row) => row.announcementId)).toContain('for-b3')
      expect((await asHer.ok('home.view', {})).announcement.rows).not.toEqual([])
    }
    // Whoever only books for her sees nothing of it, on the home screen either.
    await changeDoc(cloud, 'accounts', 'demo-child', {
      grants: [{ ...grant, ...rest, scope: 'booking' }],
    })
    const books = cloud.as('demo-child', { onBehalfOf: 'r-demo-elder' })
    expect((await books.ok('home.view', {})).announcement.rows).toEqual([])
    expect(await books.refused('announcement.listPublished', {})).toBe('NOT_THEIR_HELPER')
    await changeDoc(cloud, 'accounts', 'demo-child', {
      grants: [{ ...grant, ...rest, scope: 'everything' }],
    })
  })

  test('a newcomer and a stranger get public ones only, of a place where they name one', async () => {
    await announce(cloud, [
      { id: 'public-here', audience: { public: true }, at: MONDAY_9 - 90 * MINUTE },
      {
        id: 'public-liuan',
        region: LIUAN,
        audience: { public: true, places: [LIUAN] },
        at: MONDAY_9 - 80 * MINUTE,
      },
    ])
    for (const openid of ['demo-newcomer', 'nobody-knows']) {
      const all = await cloud.as(openid).ok('announcement.listPublished', {})
      expect(all.items.map((row) => row.announcementId)).toEqual(['public-liuan', 'public-here'])
      const input = { region: CHUNXIAO }
      const here = await cloud.as(openid).ok('announcement.listPublished', input)
      expect(here.items.map((row) => row.announcementId)).toEqual(['public-here'])
      // What must be done is asked of those who are meant.
      expect(all.items.every(({ must }) => must === undefined)).toBe(true)
    }
  })

  test('by category, pinned apart, page by page without losing one', async () => {
    const many = Array.from({ length: 45 }, (_, i) => ({
      id: `job-${i}`,
      category: 'jobs' as const,
      at: MONDAY_9 - 10 * DAY - i * MINUTE,
    }))
    await announce(cloud, many)
    await announce(cloud, [
      {
        id: 'pinned',
        category: 'jobs',
        at: MONDAY_9 - 20 * DAY,
        more: { pinnedUntil: MONDAY_9 + HOUR },
      },
      {
        id: 'was-pinned',
        category: 'jobs',
        at: MONDAY_9 - 21 * DAY,
        more: { pinnedUntil: MONDAY_9 - 1 },
      },
    ])
    const me = cloud.as('demo-resident')
    const ids: string[] = []
    let after: string | undefined
    do {
      const page = await me.ok('announcement.listPublished', {
        category: 'jobs',
        ...(after === undefined ? {} : { after }),
      })
      expect(titles(page.pinned)).toEqual(after === undefined ? ['公告pinned'] : [])
      ids.push(...page.items.map((row) => row.announcementId))
      after = page.next
    } while (after !== undefined)
    expect(ids).toEqual([...many.map(({ id }) => id), 'pinned', 'was-pinned'])
    const health = await me.ok('announcement.listPublished', { category: 'health' })
    expect([health.items, health.pinned]).toEqual([[], []])
  })

  test('what is older than 30 days is not unread; home says the same, and what is pinned and what waits come first', async () => {
    await announce(
      cloud,
      [
        { id: 'old', at: MONDAY_9 - 31 * DAY },
        { id: 'to-do', at: MONDAY_9 - 29 * DAY, must: MUST_CONFIRM, more: { work: undefined } },
      ].map(withoutGaps),
    )
    const me = cloud.as('resident-0001')
    const { unread, items } = await me.ok('announcement.listPublished', {})
    const home = (await me.ok('home.view', {})).announcement
    expect(home.unread).toBe(unread)
    expect(home.toDo).toBe(1)
    expect(home.rows.map((row) => [row.announcementId, row.pinned])).toEqual([
      ['pinned', true],
      ['to-do', false],
      [items[0]?.announcementId, false],
    ])
    expect(home.rows[1]?.must).toEqual({ do: 'confirm', done: false })
    await me.ok('announcement.markOpened', { announcementId: items[0]?.announcementId ?? '' })
    const then = await me.ok('announcement.listPublished', {})
    expect([then.unread, then.items[0]?.unread]).toEqual([unread - 1, false])
    expect((await cloud.as('demo-stranger').ok('home.view', {})).announcement.toDo).toBe(0)
  })
})

/** JSON has no undefined. */
const withoutGaps = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

describe('opening one', () => {
  test('each reader as they may: open, for others, taken back, not there', async () => {
    const withdrawn = {
      state: 'withdrawn',
      withdrawn: { at: 5, reason: '时间改了。', by: 'a' },
    } as const
    await announce(cloud, [
      { id: 'view-open', body: '明天停水。' },
      { id: 'view-public', audience: { public: true } },
      { id: 'view-gone', more: withdrawn },
      { id: 'view-over', more: { state: 'expired', expiresAt: MONDAY_9 - 1 } },
      { id: 'view-later', more: { state: 'scheduled' } },
    ])
    const view = (openid: string, announcementId: string) =>
      cloud.as(openid).call('announcement.view', { announcementId })
    const open = (await view('demo-resident', 'view-open')).data
    expect(open).toMatchObject({
      state: 'published',
      blocks: [{ kind: 'paragraph', runs: [{ text: '明天停水。' }] }],
      expired: false,
      canAsk: true,
    })
    for (const openid of ['demo-neighbour', 'demo-newcomer']) {
      expect((await view(openid, 'view-open')).error?.code).toBe('NOT_ADDRESSED')
      expect((await view(openid, 'view-gone')).error?.code).toBe('NOT_ADDRESSED')
      expect((await view(openid, 'view-public')).data).toMatchObject({
        public: true,
        canAsk: false,
      })
    }
    // Whoever writes for the region reads all of it.
    expect((await view('demo-street', 'view-open')).data).toMatchObject({ canAsk: false })
    expect((await view('demo-resident', 'view-gone')).data).toEqual({
      state: 'withdrawn',
      announcementId: 'view-gone',
      title: '公告view-gone',
      from: '春晓社区',
      withdrawnAt: 5,
      reason: '时间改了。',
    })
    expect((await view('demo-resident', 'view-over')).data).toMatchObject({ expired: true })
    for (const openid of ['demo-resident', 'demo-staff']) {
      expect((await view(openid, 'view-later')).error?.code).toBe('NOT_FOUND')
      expect((await view(openid, 'none')).error?.code).toBe('NOT_FOUND')
    }
  })

  test('shows what it said before, and answers that all may read', async () => {
    const corrections = [{ at: MONDAY_9 - HOUR, reason: '日期写错了。', by: 'a' }]
    await announce(cloud, [{ id: 'put-right', more: { corrections } }])
    const { said, region } = announced({ id: 'put-right', title: '错的', body: '错的话。' })
    const former = { _id: 'put-right-1', announcementId: 'put-right', region, said }
    await addDocs(cloud, 'announcementFormers', [former])
    const view = await cloud
      .as('demo-resident')
      .ok('announcement.view', { announcementId: 'put-right' })
    expect(view).toMatchObject({
      corrected: true,
      formers: [{ title: '错的', until: MONDAY_9 - HOUR, reason: '日期写错了。' }],
    })
  })
})

describe('confirming', () => {
  const done = async (openid: string, announcementId: string) => {
    const view = await cloud.as(openid).ok('announcement.view', { announcementId })
    return 'asks' in view ? view.asks?.done : undefined
  }

  test('a choice is made, and made again until it is over', async () => {
    await announce(cloud, [
      { id: 'choose', must: MUST_CHOOSE },
      { id: 'chosen', must: MUST_CHOOSE, more: { expiresAt: MONDAY_9 - 1 } },
    ])
    const me = cloud.as('demo-resident')
    const choose = { announcementId: 'choose' }
    expect(await done('demo-resident', 'choose')).toBeUndefined()
    await me.ok('announcement.markOpened', choose)
    const opened = await done('demo-resident', 'choose')
    expect(opened).toEqual({ openedAt: expect.any(Number) as number })
    await me.ok('announcement.confirm', { ...choose, choice: '参加' })
    const again = await me.ok('announcement.confirm', { ...choose, choice: '不参加' })
    expect(again.done).toMatchObject({ openedAt: opened?.openedAt, choice: '不参加' })
    expect(await done('demo-resident', 'choose')).toEqual(again.done)
    for (const choice of [undefined, '也许', '']) {
      const input = { ...choose, ...(choice === undefined ? {} : { choice }) }
      expect(await me.refused('announcement.confirm', input)).toBe('BAD_INPUT')
    }
    const late = { announcementId: 'chosen', choice: '参加' }
    expect(await me.refused('announcement.confirm', late)).toBe('TOO_LATE')
  })

  test('the same tap again is the same answer, and no other one', async () => {
    await announce(cloud, [{ id: 'twice', must: MUST_CHOOSE }])
    const me = cloud.as('demo-resident')
    const tap = newTap()
    const input = { announcementId: 'twice', choice: '参加' }
    const first = await me.ok('announcement.confirm', input, tap)
    expect(await me.ok('announcement.confirm', input, tap)).toEqual(first)
    const other = { ...input, choice: '不参加' }
    expect(await me.refused('announcement.confirm', other, tap)).toBe('TAP_REUSED')
  })

  test('what is not for me, asks nothing, or was taken back, writes nothing', async () => {
    const withdrawn = { at: 5, reason: '不办了。', by: 'a' }
    await announce(cloud, [
      { id: 'asks-nothing' },
      { id: 'asks-reading', must: { do: 'read', callAfterHours: 1 } },
      { id: 'asks-others', region: LIUAN, must: MUST_CONFIRM },
      { id: 'asks-all', region: LIUAN, audience: { public: true }, must: MUST_CONFIRM },
      { id: 'asked', must: MUST_CONFIRM, more: { state: 'withdrawn', withdrawn } },
    ])
    const before = await allOf(cloud, 'readings')
    const me = cloud.as('demo-provider')
    const refused = (announcementId: string) =>
      me.refused('announcement.confirm', { announcementId })
    expect(await refused('asks-nothing')).toBe('NOTHING_TO_CONFIRM')
    expect(await refused('asks-reading')).toBe('NOTHING_TO_CONFIRM')
    expect(await refused('asks-others')).toBe('NOT_ADDRESSED')
    expect(await refused('asks-all')).toBe('NOT_ADDRESSED')
    expect(await refused('asked')).toBe('WITHDRAWN')
    expect(await refused('none')).toBe('NOT_FOUND')
    for (const announcementId of ['asks-others', 'asked', 'none']) {
      expect((await me.call('announcement.markOpened', { announcementId })).error).toBeDefined()
    }
    expect(await allOf(cloud, 'readings')).toEqual(before)
    const stranger = cloud.as('nobody-knows')
    expect(await stranger.refused('announcement.confirm', { announcementId: 'asks-all' })).toBe(
      'NOT_JOINED',
    )
  })

  test('for somebody else it says by whom; the person sees it', async () => {
    await announce(cloud, [{ id: 'for-mother', must: MUST_CONFIRM }])
    const input = { announcementId: 'for-mother' }
    const asHer = cloud.as('demo-child', { onBehalfOf: 'r-demo-elder' })
    expect((await asHer.ok('announcement.confirm', input)).done.by).toBe('helper')
    expect((await done('demo-elder', 'for-mother'))?.by).toBe('helper')
    expect(await done('demo-child', 'for-mother')).toBeUndefined()
    const desk = cloud.as('demo-staff', { onBehalfOf: 'r-demo-resident' })
    expect((await desk.ok('announcement.markOpened', input)).done.by).toBe('desk')
    expect((await desk.ok('announcement.confirm', input)).done.by).toBe('desk')
  })

  test('whoever only works here reads as who they are at work', async () => {
    await announce(cloud, [{ id: 'for-street-only', region: 'heping/nanhu', must: MUST_CONFIRM }])
    await addDocs(cloud, 'accounts', [
      {
        ...newAccount('works-here', 'a-works', '李四'),
        roles: [{ role: 'socialWorker', region: CHUNXIAO, since: 1, by: 'a' }],
      },
    ])
    const input = { announcementId: 'for-street-only' }
    await cloud.as('works-here').ok('announcement.confirm', input)
    const readings = await allOf<{ _id: string; accountId?: string }>(cloud, 'readings')
    expect(readings.find(({ _id }) => _id === 'w-a-works')?.accountId).toBe('works-here')
  })
})
