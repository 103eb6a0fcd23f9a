import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { searchedOf, termsDocOf } from '../../cloudfunctions/announcement/writing/announced.rules'
import type { AnnouncementDoc, TermsDoc } from '../../cloudfunctions/announcement/announcement.docs'
import { initialsOf } from '../../cloudfunctions/announcement/finding/initials'
import { announce, announced } from '../support/announced'
import { HOUR, MINUTE, MONDAY_9, startTestCloud, type TestCloud } from '../support/cloud'
import { addDocs, changeDoc } from '../support/database'
import { CHUNXIAO, LIUAN } from '../support/people'

/** Finding announcements by what they say, however many there are. */

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
})
afterAll(() => cloud.close())

const search = (text: string, openid = 'demo-resident', after?: string) =>
  cloud.as(openid).ok('announcement.search', { text, ...(after === undefined ? {} : { after }) })
/** Everything that "find older" leads to. */
async function all(text: string, openid = 'demo-resident') {
  const found: string[] = []
  let after: string | undefined
  do {
    const page = await search(text, openid, after)
    found.push(...page.items.map(({ announcementId }) => announcementId))
    after = page.next
  } while (after !== undefined)
  return found
}
const told = async (one: Parameters<typeof announced>[0]) => ({
  ...one,
  initials: await initialsOf(searchedOf(announced(one))),
})

describe('finds', () => {
  beforeAll(async () => {
    const at = MONDAY_9 - 2 * HOUR
    const written = [
      {
        id: 'organised',
        title: '停水组织送水',
        body: '请3号楼的居民早上接水。咨询Wi-Fi密码。',
        at,
      },
      { id: 'street', region: 'heping/nanhu', title: '街道喷泉检修', at: at - MINUTE },
      {
        id: 'b3',
        region: `${CHUNXIAO}/chunxiao-b3`,
        title: '喷泉边电梯检修',
        audience: { places: [`${CHUNXIAO}/chunxiao-b3`] },
        at: at - 2 * MINUTE,
      },
      { id: 'theirs', region: LIUAN, title: '柳岸喷泉开放', at: at - 3 * MINUTE },
      { id: 'public', audience: { public: true }, title: '公开的喷泉', at: at - 4 * MINUTE },
      { id: 'gone', title: '喷泉取消', at, more: { state: 'withdrawn' as const } },
      { id: 'over', title: '喷泉过期', at, more: { expiresAt: MONDAY_9 - 1 } },
    ]
    await announce(cloud, await Promise.all(written.map(told)))
  })

  test.each([
    ['two words as they stand', '停水组织'],
    ['a single sign in the body', '询'],
    ['digits with signs', '3号楼的居民'],
    ['wide digits', '３号楼的居'],
    ['latin letters, large or small', 'wi-fi'],
    ['initials', 'tszz'],
    ['initials in capitals', 'TSZZ'],
    ['words that stand apart', '组织 密码'],
  ])('%s', async (_, text) => {
    expect(await all(text)).toContain('organised')
  })

  test.each(['停电组织', 'tzzs', '5号楼的居民', '组水'])('and not %s', async (text) => {
    expect(await all(text)).not.toContain('organised')
  })

  test('only what is for the reader, and stands', async () => {
    expect(await all('喷泉', 'demo-resident')).toEqual(['street', 'public'])
    expect(await all('喷泉', 'demo-elder')).toEqual(['street', 'b3', 'public'])
    expect(await all('喷泉', 'demo-neighbour')).toEqual(['street', 'theirs'])
    expect(await all('喷泉', 'demo-street')).toEqual(['street'])
    expect(await all('喷泉', 'nobody-knows')).toEqual(['public'])
  })

  test('shows the words around it, where the body has them', async () => {
    const [hit] = (await search('早上接')).items
    expect(hit).toMatchObject({
      title: '停水组织送水',
      excerpt: expect.stringContaining('早上接水') as string,
    })
    expect((await search('停水组织')).items[0]?.excerpt).toBeUndefined()
  })

  test('nothing of signs alone', async () => {
    expect(await search('！？')).toEqual({ items: [] })
  })
})

describe('of 10,000 announcements', () => {
  const MANY = 10_000
  const COMMON = ['通', '知', '通知', '社', '区', '社区', '居', '民', '居民']
  /** Every 50th has 喷, which is rare; every 500th says 喷雾. */
  const termsOf = (i: number): string[] => [
    ...COMMON,
    `词${i % 997}`,
    `语${i % 89}`,
    `号${i}`,
    ...(i % 50 === 0 ? ['喷', i % 500 === 0 ? '喷雾' : '喷水'] : []),
  ]

  beforeAll(async () => {
    const docs: AnnouncementDoc[] = []
    const rows: TermsDoc[] = []
    for (let i = 0; i < MANY; i++) {
      const body = i % 500 === 0 ? '社区通知居民，喷雾消毒。' : '社区通知居民。'
      const doc = announced({
        id: `many-${i}`,
        title: '通知',
        body,
        at: MONDAY_9 - (10 + i) * HOUR,
      })
      docs.push(doc)
      rows.push({ ...termsDocOf(doc, ''), terms: termsOf(i) })
    }
    for (let from = 0; from < MANY; from += 1_000) {
      await addDocs(cloud, 'announcements', docs.slice(from, from + 1_000))
      await addDocs(cloud, 'announcementTerms', rows.slice(from, from + 1_000))
    }
  }, 60_000)

  const examined = async (openid: string) => {
    const call = (await cloud.calls()).at(-1)
    expect(call?.op, openid).toBe('announcement.search')
    return call?.documentsExamined ?? Infinity
  }

  test('a rare word is found with at most 200 documents looked at', async () => {
    const page = await search('喷雾')
    expect(page.items.map(({ announcementId }) => announcementId)).toEqual(
      Array.from({ length: 20 }, (_, n) => `many-${n * 500}`),
    )
    expect(await examined('demo-resident')).toBeLessThanOrEqual(200)
    // 180 have the term, and none of them the word.
    expect((await search('喷水')).items).toEqual([])
    expect(await examined('demo-resident')).toBeLessThanOrEqual(200)
    expect(await all('喷水')).toEqual([])
  })

  test('for common ones the newest are looked at, and older ones go on', async () => {
    const page = await search('社区 通知')
    expect(page.items).toHaveLength(20)
    expect(page.next).toBeDefined()
    expect(await examined('demo-resident')).toBeLessThanOrEqual(200)
    const older = await search('社区 通知', 'demo-resident', page.next)
    expect(older.items).toHaveLength(20)
    const ids = [...page.items, ...older.items].map(({ announcementId }) => announcementId)
    expect(new Set(ids).size).toBe(40)
    // Nothing of it is for others, however much they would look through.
    const theirs = await search('社区 通知', 'demo-neighbour')
    expect(theirs.items).toEqual([])
    expect(await examined('demo-neighbour')).toBeLessThanOrEqual(200)
    const strangers = await search('居民', 'nobody-knows')
    expect(strangers.items).toEqual([])
    expect(await examined('nobody-knows')).toBeLessThanOrEqual(200)
  })

  test('the list and home look at what they show', async () => {
    for (const input of [{}, { category: 'notice' as const }]) {
      await cloud.as('demo-resident').ok('announcement.listPublished', input)
      const list = (await cloud.calls()).at(-1)
      // The account, the reading, a page and one more, the newest hundred, and what is pinned.
      expect(list?.documentsExamined).toBeLessThanOrEqual(2 + 21 + 100 + 10)
    }
    const { next = '' } = await cloud.as('demo-resident').ok('announcement.listPublished', {})
    await cloud.as('demo-resident').ok('announcement.listPublished', { after: next })
    expect((await cloud.calls()).at(-1)?.documentsExamined).toBeLessThanOrEqual(2 + 21 + 100)
    await cloud.as('nobody-knows').ok('announcement.listPublished', { region: CHUNXIAO })
    expect((await cloud.calls()).at(-1)?.documentsExamined).toBeLessThanOrEqual(2 + 21 + 100)
  })

  test('what was taken back is found no more', async () => {
    await changeDoc(cloud, 'announcements', 'many-0', { state: 'withdrawn' })
    expect((await search('喷雾')).items[0]?.announcementId).toBe('many-500')
  })
})
