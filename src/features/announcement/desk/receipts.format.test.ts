import { expect, test } from 'vitest'
import { doneOf, shareOf } from './receipts.format'

const RECEIPTS = {
  announcementId: 'a',
  title: '停水',
  publishedAt: 0,
  making: false,
  people: 300,
  withPhone: 200,
  opened: 150,
  confirmed: 120,
  byOthers: 2,
  choices: [
    { choice: '参加', count: 70 },
    { choice: '不参加', count: 20 },
  ],
  called: 1,
}

test.each([
  ['read', 150],
  ['confirm', 120],
  ['choose', 90],
] as const)('of those who must %s, %i have', (what, done) => {
  expect(doneOf({ ...RECEIPTS, must: { do: what, callAfterHours: 1 } })).toBe(done)
})

test('a share says how many, of how many, and the percentage', () => {
  expect(shareOf(120, 300)).toBe('120人，共300人（40%）')
  expect(shareOf(0, 0)).toBe('0人，共0人（0%）')
})
