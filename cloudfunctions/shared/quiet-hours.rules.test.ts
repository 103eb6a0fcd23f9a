import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dueAfterQuiet } from './quiet-hours.rules'
import { momentOf, momentText } from './time'

test.each([
  ['00:00', '2026-11-23 07:30'],
  ['07:29', '2026-11-23 07:30'],
  ['07:30', '2026-11-23 07:30'],
  ['07:31', '2026-11-23 07:31'],
  ['21:29', '2026-11-23 21:29'],
  ['21:30', '2026-11-24 07:30'],
  ['23:59', '2026-11-24 07:30'],
])('what can wait and happens at %s is sent at %s', (time, sent) => {
  expect(momentText(dueAfterQuiet(momentOf('2026-11-23', time)))).toBe(sent)
})

test('the last second before the quiet is not quiet, nor the first after it', () => {
  const before = momentOf('2026-12-31', '21:30') - 1
  expect(dueAfterQuiet(before)).toBe(before)
  expect(dueAfterQuiet(momentOf('2027-01-01', '07:30') - 1)).toBe(momentOf('2027-01-01', '07:30'))
})

test('nothing is sent earlier than it happened, nothing waits longer than the night, and what is due stays due', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1_700_000_000_000, max: 1_900_000_000_000 }), (at) => {
      const due = dueAfterQuiet(at)
      expect(due - at).toBeGreaterThanOrEqual(0)
      expect(due - at).toBeLessThanOrEqual(10 * 60 * 60 * 1_000)
      expect(dueAfterQuiet(due)).toBe(due)
    }),
  )
})
