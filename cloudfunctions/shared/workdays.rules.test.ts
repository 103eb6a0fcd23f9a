import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HOLIDAYS } from './holidays.text'
import { addDays, dayOf, momentOf, weekdayOf } from './time'
import { addWorkdays, isWorkday, nextWorkday } from './workdays.rules'

test.each([
  ['a Monday', '2026-11-23', true],
  ['a Saturday', '2026-11-21', false],
  ['a Sunday', '2026-11-22', false],
  ['National Day, a Thursday', '2026-10-01', false],
  ['the last day of its week off, a Wednesday', '2026-10-07', false],
  ['the day after it', '2026-10-08', true],
  ['a Saturday worked for it', '2026-10-10', true],
  ['a Sunday worked for it', '2026-09-20', true],
  ['the eve of the lunar New Year 2027, a Friday', '2027-02-05', false],
  ['a Monday of a year of which nothing is known', '2031-01-06', true],
])('%s', (_what, day, worked) => {
  expect(isWorkday(day)).toBe(worked)
})

test('the Spring Festival of 2026 is jumped over', () => {
  expect(nextWorkday('2026-02-14')).toBe('2026-02-24')
})

describe('so many workdays later', () => {
  test.each([
    ['within a week', momentOf('2026-11-23', '15:20'), 2, momentOf('2026-11-25', '15:20')],
    ['over a weekend', momentOf('2026-11-20', '15:20'), 2, momentOf('2026-11-24', '15:20')],
    ['begun on a Saturday', momentOf('2026-11-21', '15:20'), 2, momentOf('2026-11-25')],
    ['over National Day', momentOf('2026-09-30', '09:00'), 2, momentOf('2026-10-09', '09:00')],
    ['none, on a workday', momentOf('2026-11-23', '15:20'), 0, momentOf('2026-11-23', '15:20')],
  ])('%s', (_what, at, workdays, due) => {
    expect(addWorkdays(at, workdays)).toBe(due)
  })

  test('is a workday, and has as many workdays on the way', () => {
    const moment = fc.integer({ min: momentOf('2026-01-01'), max: momentOf('2027-12-01') })
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 10 }), (at, workdays) => {
        const due = dayOf(addWorkdays(at, workdays))
        expect(isWorkday(due)).toBe(true)
        let passed = 0
        for (let day = dayOf(at); day < due; day = addDays(day, 1)) if (isWorkday(day)) passed++
        expect(passed).toBe(workdays)
      }),
    )
  })
})

describe.each(Object.entries(HOLIDAYS))('the data of %s', (year, { off, worked, arranged }) => {
  const days = [...off.flat(), ...worked]

  test('names days of its own year, in order, and nothing twice', () => {
    for (const day of days) expect(day).toMatch(new RegExp(`^${year}-\\d\\d-\\d\\d$`))
    expect([...off.flat()].sort()).toEqual([...off.flat()])
    expect(new Set(days).size).toBe(days.length)
  })

  test('works on weekends alone instead, and only once the notice is in', () => {
    for (const day of worked) expect([0, 6]).toContain(weekdayOf(day))
    expect(worked.length > 0).toBe(arranged)
  })
})
