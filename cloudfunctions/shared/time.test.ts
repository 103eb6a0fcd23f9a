import { expect, test } from 'vitest'
import { addDays, dayOf, momentOf, weekdayOf } from './time'

test('a day begins at midnight in the communities’ zone, wherever the code runs', () => {
  expect(momentOf('2026-11-22')).toBe(Date.UTC(2026, 10, 21, 16))
  expect(momentOf('2026-11-22', '09:30')).toBe(Date.UTC(2026, 10, 22, 1, 30))
  expect(dayOf(Date.UTC(2026, 10, 21, 15, 59))).toBe('2026-11-21')
  expect(dayOf(Date.UTC(2026, 10, 21, 16))).toBe('2026-11-22')
})

test('days are counted across months, years and leap days', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  expect(addDays('2028-03-01', -1)).toBe('2028-02-29')
})

test('weekdays', () => {
  expect(weekdayOf('2026-11-22')).toBe(0)
  expect(weekdayOf('2026-11-23')).toBe(1)
})
