import { expect, test } from 'vitest'
import { codeAt, secondsLeft } from './rolling'

const NOW = Date.UTC(2026, 10, 23, 1, 0, 10)
const seed = 'ab'.repeat(32)

test('the phone draws the code that Node.js draws', () => {
  // createHmac('sha256', seed), truncated and written in letters; the last character is the check.
  expect(codeAt([{ day: '2026-11-23', seed }], NOW)?.slice(0, 6)).toBe('AP8H6M')
})

test('without the day’s seed there is none', () => {
  expect(codeAt([{ day: '2026-11-22', seed }], NOW)).toBeUndefined()
  // The day is the community's: from midnight in China on.
  expect(codeAt([{ day: '2026-11-24', seed }], Date.UTC(2026, 10, 23, 16))).toBeDefined()
})

test('how long it stands', () => {
  expect(secondsLeft(NOW)).toBe(20)
  expect(secondsLeft(NOW + 20_000)).toBe(30)
  expect(secondsLeft(NOW + 19_999)).toBe(1)
})
