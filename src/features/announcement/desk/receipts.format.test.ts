import { expect, test } from 'vitest'
import { countedOf, doneOf, shareOf } from './receipts.format'

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

test.each([
  ['read', ['opened 150', 'unopened 150']],
  ['confirm', ['confirmed 120', 'undone 180', 'opened 150', 'unopened 150']],
  ['choose', ['chose 参加 70', 'chose 不参加 20', 'undone 210', 'opened 150', 'unopened 150']],
  [undefined, []],
] as const)('who may be asked for of those who must %s', (what, expected) => {
  const asks = what ? { must: { do: what, callAfterHours: 1 } } : {}
  const choices = what === 'choose' ? RECEIPTS.choices : []
  const counted = countedOf({ ...RECEIPTS, ...asks, choices })
  expect(
    counted.map(({ which, choice, count }) => [which, choice, count].filter(Boolean).join(' ')),
  ).toEqual(expected)
})
