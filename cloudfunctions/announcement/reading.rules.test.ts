import { describe, expect, test } from 'vitest'
import { countUnread, presentRow, type RowDoc } from './reading.rules'

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
