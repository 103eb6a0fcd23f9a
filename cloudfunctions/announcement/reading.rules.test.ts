import { describe, expect, test } from 'vitest'
import { countUnread, pickForHome, presentRow, type RowDoc } from './reading.rules'

const NOW = 1_800_000_000_000
const PLACE = 'd1/s1/c1'

const doc: RowDoc = {
  _id: 'water',
  said: { title: '明天停水', category: 'notice' },
  from: '春晓社区',
  region: PLACE,
  publishedAt: NOW - 60_000,
  state: 'published',
  corrections: [],
  listKey: '',
  keys: [PLACE],
}
const seen = { _id: 'r-1', seen: ['water'] }

describe('what is called unread', () => {
  test.each([
    { who: 'whom it is for', keys: [PLACE], reading: null, expected: true },
    { who: 'who has seen it', keys: [PLACE], reading: seen, expected: false },
    // A stranger, a newcomer, somebody from elsewhere: it is public, and nobody waits for them to read it.
    { who: 'who holds no key', keys: [], reading: null, expected: false },
    { who: 'who lives elsewhere', keys: ['d1/s1/c2'], reading: null, expected: false },
  ])('of somebody $who: $expected', ({ keys, reading, expected }) => {
    expect(presentRow(doc, { keys, reading, now: NOW }).unread).toBe(expected)
    expect(countUnread([doc, doc], { keys, reading, now: NOW })).toBe(expected ? 2 : 0)
  })
})

describe('home', () => {
  const row = (announcementId: string, pinned: boolean, must?: { do: 'read'; done: boolean }) => ({
    ...presentRow({ ...doc, _id: announcementId }, { keys: [], reading: null, now: NOW }),
    pinned,
    ...(must ? { must } : {}),
  })
  const undone = { do: 'read', done: false } as const
  const pinned = ['p1', 'p2', 'p3'].map((id) => row(id, true))
  const newest = [row('new', false), row('p1', true), row('do', false, undone)]
  test.each([
    ['nothing is pinned', [], newest.slice(0, 1), ['new']],
    [
      'one is pinned: it is first, and stands there once',
      pinned.slice(0, 1),
      newest,
      ['p1', 'do', 'new'],
    ],
    ['all is pinned: a place is left for what waits', pinned, newest, ['p1', 'p2', 'do']],
    ['nothing waits', pinned, newest.slice(0, 2), ['p1', 'p2', 'p3']],
    [
      'what waits is pinned',
      [...pinned, row('p4', true, undone)],
      newest.slice(0, 2),
      ['p4', 'p1', 'p2'],
    ],
  ])('%s', (_, top, rest, ids) => {
    expect(pickForHome(top, rest).map(({ announcementId }) => announcementId)).toEqual(ids)
  })
})
