import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MINUTE, momentOf, momentText } from '../../shared/time'
import {
  clash,
  clockOf,
  minutesOf,
  timesOn,
  visitsOf,
  type Week,
  weekdayMeant,
} from './patterns.rules'

const week = (more: Partial<Week> = {}): Week & { _id: string } => ({
  _id: 'p1',
  placeId: 'hall',
  place: '大厅',
  weekdays: [1, 2, 3, 4, 5],
  spans: [{ from: '08:30', to: '11:00' }],
  breaks: [],
  capacity: 4,
  bufferMinutes: 0,
  travelMinutes: 0,
  fromDay: '2026-01-01',
  holidays: 'rest',
  makeUp: 'rest',
  ...more,
})

const clocks = (more: Partial<Week>, minutes: number) =>
  visitsOf(week(more), minutes).map(({ from, to }) => `${clockOf(from)}-${clockOf(to)}`)

describe('a day of a pattern', () => {
  test.each<[string, Partial<Week>, number, string[]]>([
    ['follows one visit by the next', {}, 45, ['08:30-09:15', '09:15-10:00', '10:00-10:45']],
    [
      'keeps buffer and way between them',
      { bufferMinutes: 10, travelMinutes: 20 },
      60,
      ['08:30-09:30', '10:00-11:00'],
    ],
    [
      'goes on with the end of a break',
      { breaks: [{ from: '09:10', to: '09:40' }] },
      30,
      ['08:30-09:00', '09:40-10:10', '10:10-10:40'],
    ],
    ['has none where a visit does not fit', { spans: [{ from: '08:00', to: '08:30' }] }, 40, []],
    [
      'has its spans in the order of the day, with the way between them too',
      {
        spans: [
          { from: '10:00', to: '11:00' },
          { from: '09:00', to: '10:00' },
        ],
        travelMinutes: 15,
      },
      45,
      ['09:00-09:45', '10:00-10:45'],
    ],
    ['may end with the day', { spans: [{ from: '23:00', to: '24:00' }] }, 60, ['23:00-24:00']],
  ])('%s', (_, more, minutes, expected) => {
    expect(clocks(more, minutes)).toEqual(expected)
  })
})

describe('which weekday a day counts as', () => {
  // 2026-10-01 to 07 is the National Day holiday; Saturday the 10th is worked for it.
  test.each<[string, string, Partial<Week>, number | null]>([
    ['an ordinary Monday', '2026-11-23', {}, 1],
    ['a holiday on which it rests', '2026-10-01', {}, null],
    ['a holiday as usual', '2026-10-01', { holidays: 'asUsual' }, 4],
    ['a Saturday that is worked, and it rests', '2026-10-10', {}, null],
    ['a Saturday that is worked, as usual', '2026-10-10', { makeUp: 'asUsual' }, 6],
    ['a Saturday that is worked, as a Thursday', '2026-10-10', { makeUp: 4 }, 4],
    ['before it holds', '2025-12-31', {}, null],
    ['the last day it holds', '2026-11-23', { untilDay: '2026-11-23' }, 1],
    ['after it holds', '2026-11-24', { untilDay: '2026-11-23' }, null],
  ])('%s', (_, day, more, expected) => {
    expect(weekdayMeant(day, week(more))).toBe(expected)
  })
})

test('times are moments of the day at their place', () => {
  const [first] = timesOn('2026-11-23', [week()], 60)
  expect(first).toMatchObject({ patternId: 'p1', placeId: 'hall', capacity: 4 })
  expect(momentText(first?.startsAt ?? 0)).toBe('2026-11-23 08:30')
})

test('where two patterns of a place overlap, the first goes before', () => {
  const second = week({ spans: [{ from: '09:30', to: '12:30' }] })
  const times = timesOn('2026-11-23', [week(), { ...second, _id: 'p2' }], 60)
  expect(
    times.map(({ patternId, startsAt }) => [patternId, momentText(startsAt).slice(-5)]),
  ).toEqual([
    ['p1', '08:30'],
    ['p1', '09:30'],
    ['p2', '10:30'],
    ['p2', '11:30'],
  ])
  const elsewhere = timesOn('2026-11-23', [week(), { ...second, _id: 'p2', placeId: 'yard' }], 60)
  expect(elsewhere.length).toBe(5)
})

describe('two patterns clash', () => {
  test.each<[string, Partial<Week>, boolean]>([
    ['at the same time', {}, true],
    ['not on other weekdays', { weekdays: [0, 6] }, false],
    ['not at another place', { placeId: 'yard' }, false],
    ['not one after the other in the day', { spans: [{ from: '11:00', to: '12:00' }] }, false],
    ['not one after the other in the year', { fromDay: '2027-01-01' }, false],
  ])('%s', (_, more, expected) => {
    expect(clash(week({ untilDay: '2026-12-31' }), week(more), 60)).toBe(expected)
    expect(clash(week(more), week({ untilDay: '2026-12-31' }), 60)).toBe(expected)
  })
})

describe('whatever the pattern', () => {
  const stretch = fc
    .tuple(fc.integer({ min: 0, max: 24 * 60 - 1 }), fc.integer({ min: 1, max: 600 }))
    .map(([from, length]) => ({
      from: clockOf(from),
      to: clockOf(Math.min(from + length, 24 * 60)),
    }))
  const apart = (spans: { from: string; to: string }[]) =>
    spans.filter(
      (one, n) => !spans.slice(0, n).some((other) => one.from < other.to && other.from < one.to),
    )
  const any = fc.record({
    spans: fc.array(stretch, { minLength: 1, maxLength: 5 }).map(apart),
    breaks: fc.array(stretch, { maxLength: 3 }),
    bufferMinutes: fc.integer({ min: 0, max: 60 }),
    travelMinutes: fc.integer({ min: 0, max: 60 }),
  })
  const minutes = fc.integer({ min: 5, max: 300 })

  test('visits lie in spans, outside breaks, in order, with the buffer between them', () => {
    fc.assert(
      fc.property(any, minutes, (more, length) => {
        const visits = visitsOf(week(more), length)
        visits.forEach(({ from, to }, n) => {
          expect(to - from).toBe(length)
          const inside = more.spans.some(
            (span) => minutesOf(span.from) <= from && to <= minutesOf(span.to),
          )
          expect(inside).toBe(true)
          const inBreak = more.breaks.some(
            (rest) => minutesOf(rest.from) < to && from < minutesOf(rest.to),
          )
          expect(inBreak).toBe(false)
          const before = visits[n - 1]
          if (before) {
            expect(from).toBeGreaterThanOrEqual(before.to + more.bufferMinutes + more.travelMinutes)
          }
        })
      }),
    )
  })

  test('no two times of one place overlap, from however many patterns', () => {
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 3 }), minutes, (plans, length) => {
        const patterns = plans.map((more, n) => ({ ...week(more), _id: `p${n}` }))
        const times = timesOn('2026-11-23', patterns, length)
        const begins = momentOf('2026-11-23')
        times.forEach((time, n) => {
          expect(time.startsAt).toBeGreaterThanOrEqual(begins)
          expect(time.endsAt).toBeLessThanOrEqual(begins + 24 * 60 * MINUTE)
          const next = times[n + 1]
          if (next) expect(next.startsAt).toBeGreaterThanOrEqual(time.endsAt)
        })
      }),
    )
  })

  test('on a holiday on which it rests there is nothing', () => {
    fc.assert(
      fc.property(any, minutes, fc.integer({ min: 1, max: 7 }), (more, length, n) => {
        const all = week({ ...more, weekdays: [0, 1, 2, 3, 4, 5, 6] })
        expect(timesOn(`2026-10-0${n}`, [all], length)).toEqual([])
      }),
    )
  })
})
