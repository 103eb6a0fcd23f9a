import { expect, test } from 'vitest'
import { isRealDay, msOf, readDay, readTime } from './when.rules'

test.each([
  ['20261124', '2026-11-24'],
  ['2026.11.24', '2026-11-24'],
  [' 明天 ', '明天'],
  ['', ''],
])('the day %s is %s', (typed, day) => {
  expect(readDay(typed)).toBe(day)
})

test.each([
  ['1430', '14:30'],
  ['9', '09:00'],
  ['9：05', '09:05'],
  ['下午', '下午'],
])('the time %s is %s', (typed, time) => {
  expect(readTime(typed)).toBe(time)
})

test('only what stands in a calendar and on a clock counts', () => {
  expect(isRealDay('2026-02-28')).toBe(true)
  expect(isRealDay('2026-02-30')).toBe(false)
  expect(isRealDay('明天')).toBe(false)
  expect(msOf('14:30')).toBe(14.5 * 3_600_000)
  expect(msOf('24:00')).toBeUndefined()
})
