import { expect, test } from 'vitest'
import { DAY } from '../shared/time'
import { barredUntil } from './strikes.rules'

const NOW = 1_000 * DAY
const ago = (...days: number[]) => days.map((n) => ({ at: NOW - n * DAY }))

test.each([
  ['nothing', ago(), null],
  ['two', ago(1, 2), null],
  ['three within 90 days, the last a day ago', ago(1, 40, 89), 29],
  ['three, but one is older', ago(1, 40, 91), null],
  ['three, the last of them 30 days ago', ago(30, 40, 50), null],
  ['three, the last of them 29 days ago', ago(29, 40, 50), 1],
])('%s', (_, strikes, days) => {
  expect(barredUntil(strikes, NOW)).toBe(days === null ? null : NOW + days * DAY)
})
