import { expect, test } from 'vitest'
import { dueBadgeOf } from './office.format'

/** 2026-11-23 09:00 in the communities' zone. */
const NOW = Date.UTC(2026, 10, 23, 1)
const HOUR = 3_600_000

test.each([
  ['waiting', NOW - HOUR, true, '过期了'],
  ['held', NOW - HOUR, false, '过期了'],
  ['waiting', NOW + HOUR, false, '今天要回'],
  ['waiting', NOW + 48 * HOUR, false, undefined],
  ['answered', NOW - HOUR, true, undefined],
] as const)('%s, due at %i: %s', (state, dueAt, overdue, say) => {
  expect(dueBadgeOf({ state, dueAt, overdue }, NOW)?.say).toBe(say)
})
