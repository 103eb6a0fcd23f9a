import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOf, DAY, HOUR, MINUTE, momentOf, momentText } from '../shared/time'
import { isWorkday } from '../shared/workdays.rules'
import { afterCheck, nextRemind, officeDueAt, remindAtOf } from './office.rules'

/** 2026-11-23 is a Monday. */
const at = (day: number, time: string) => momentOf(`2026-11-${day}`, time)

describe('by when the office answers', () => {
  test.each([
    [at(23, '09:00'), '2026-11-25 09:00', '2026-11-24 21:00'],
    [at(26, '16:30'), '2026-11-30 16:30', '2026-11-30 04:30'],
    [at(26, '09:00'), '2026-11-30 09:00', '2026-11-27 21:00'],
    [at(27, '23:59'), '2026-12-01 23:59', '2026-12-01 11:59'],
    [at(28, '00:00'), '2026-12-02 00:00', '2026-12-01 12:00'],
    [at(29, '23:59'), '2026-12-02 00:00', '2026-12-01 12:00'],
    [at(30, '00:00'), '2026-12-02 00:00', '2026-12-01 12:00'],
  ])('what is asked at %d', (asked, due, reminded) => {
    expect(momentText(officeDueAt(asked))).toBe(due)
    expect(momentText(remindAtOf(officeDueAt(asked)))).toBe(reminded)
  })

  test('over National Day it is after it', () => {
    const due = officeDueAt(momentOf('2026-09-30', '09:00'))
    expect(momentText(due)).toBe('2026-10-09 09:00')
    expect(momentText(remindAtOf(officeDueAt(momentOf('2026-10-03'))))).toBe('2026-10-09 12:00')
  })

  test('on a workday, never less than two days, never later for what came earlier', () => {
    const moments = fc.integer({ min: 1_700_000_000_000, max: 1_900_000_000_000 })
    fc.assert(
      fc.property(moments, fc.integer({ min: 0, max: 3 * DAY }), (asked, more) => {
        const due = officeDueAt(asked)
        expect(isWorkday(dayOf(due))).toBe(true)
        expect(isWorkday(dayOf(remindAtOf(due)))).toBe(true)
        // The seconds of the moment do not count.
        expect(due - asked).toBeGreaterThan(2 * DAY - MINUTE)
        expect(due - asked).toBeLessThanOrEqual(12 * DAY)
        expect(remindAtOf(due)).toBeGreaterThan(asked)
        expect(officeDueAt(asked + more)).toBeGreaterThanOrEqual(due)
      }),
    )
  })
})

describe('what WeChat’s check says of a question', () => {
  const now = at(23, '09:00')
  test.each([
    ['pass', 0, { state: 'waiting' }],
    ['risky', 0, { state: 'refused' }],
    ['review', 0, { state: 'held' }],
    ['unknown', 0, { state: 'checking', checkAt: now + 5 * MINUTE }],
    ['unknown', 59 * MINUTE, { state: 'checking', checkAt: now + 5 * MINUTE }],
    ['unknown', HOUR, { state: 'held' }],
    ['pass', 2 * HOUR, { state: 'waiting' }],
  ] as const)('%s after %d ms: %j', (verdict, since, checked) => {
    expect(afterCheck(verdict, { askedAt: now - since, now })).toEqual(checked)
  })
})

test('staff hear that they were asked, that the time runs out, and that it is over', () => {
  const due = officeDueAt(at(23, '09:00'))
  expect(nextRemind('asked', due)).toEqual({ remind: 'due', remindAt: due - 12 * HOUR })
  expect(nextRemind('due', due)).toEqual({ remind: 'overdue', remindAt: due })
  expect(nextRemind('overdue', due)).toBeUndefined()
  expect(nextRemind('answered', due)).toBeUndefined()
})
