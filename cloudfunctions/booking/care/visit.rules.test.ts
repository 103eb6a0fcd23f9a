import { describe, expect, test } from 'vitest'
import { HOUR, MINUTE } from '../../shared/time'
import type { VisitEnd, VisitFacts } from '../booking.docs'
import {
  apartOf,
  decideEnd,
  flagsOf,
  type Flagged,
  gradeOf,
  isOver,
  metresBetween,
  payOf,
  stateOfVisit,
} from './visit.rules'

const START = Date.UTC(2026, 10, 23, 1)
const END = START + 90 * MINUTE
const at = (ms: number, proof: VisitEnd['proof'], more: Partial<VisitEnd> = {}): VisitEnd => ({
  at: ms,
  proof,
  by: 'a-1',
  ...more,
})
const row = (visit?: VisitFacts, more: Partial<Flagged> = {}) => ({
  _id: 'b-1',
  state: 'booked' as const,
  startsAt: START,
  endsAt: END,
  ...(visit ? { visit } : {}),
  ...more,
})
const whole = { in: at(START, 'code'), out: at(END, 'code') }

describe('an end of a visit', () => {
  test.each([
    ['coming in time', row(), 'in', START, null],
    ['coming two hours before', row(), 'in', START - 2 * HOUR, null],
    ['coming earlier than that', row(), 'in', START - 2 * HOUR - 1, 'TOO_EARLY'],
    ['coming as it ends', row(), 'in', END, null],
    ['coming after it', row(), 'in', END + 1, 'TOO_LATE'],
    ['coming twice', row({ in: whole.in }), 'in', START, 'VISIT_STATE'],
    ['going before anybody came', row(), 'out', START, 'VISIT_STATE'],
    ['going', row({ in: whole.in }), 'out', START + 1, null],
    ['going twelve hours late', row({ in: whole.in }), 'out', END + 12 * HOUR, null],
    ['going later', row({ in: whole.in }), 'out', END + 12 * HOUR + 1, 'TOO_LATE'],
    ['going twice', row(whole), 'out', END, 'VISIT_STATE'],
    ['of a cancelled visit', { ...row(), state: 'cancelled' as const }, 'in', START, 'VISIT_STATE'],
  ] as const)('%s', (_, visit, end, now, expected) => {
    expect(decideEnd(visit, end, now)).toBe(expected)
  })

  test('how it stands', () => {
    expect(stateOfVisit(row())).toBe('ahead')
    expect(stateOfVisit(row({ in: whole.in }))).toBe('in')
    expect(stateOfVisit(row(whole))).toBe('done')
    expect(stateOfVisit({ ...row(), state: 'cancelled' })).toBe('cancelled')
  })
})

describe('the grade of a proof', () => {
  test.each([
    ['code', 'code', 'A'],
    ['code', 'digits', 'B'],
    ['digits', 'code', 'B'],
    ['digits', 'digits', 'B'],
    ['code', 'none', 'C'],
    ['none', 'code', 'C'],
    ['none', 'none', 'C'],
  ] as const)('%s and %s: %s', (came, went, grade) => {
    expect(gradeOf({ in: at(START, came), out: at(END, went) })).toBe(grade)
  })

  test('an end that nobody noted is not proved', () => {
    expect(gradeOf(undefined)).toBe('C')
    expect(gradeOf({ in: whole.in })).toBe('C')
  })
})

/** A visit with no other beside it. */
const ALONE = { ofWorker: [], ofHome: [] }

describe('what somebody should look at', () => {
  const place = (lat: number, accuracy = 10) => ({ lat, lng: 123, accuracy })
  test.each([
    ['a whole visit', whole, []],
    ['just long enough', { ...whole, out: at(START + 72 * MINUTE, 'code') }, []],
    ['a second too short', { ...whole, out: at(START + 72 * MINUTE - 1_000, 'code') }, ['short']],
    ['nobody came', undefined, ['unproved']],
    ['nobody noted that they went', { in: whole.in }, ['unproved']],
    ['no proof of coming', { ...whole, in: at(START, 'none') }, ['unproved']],
    ['half an hour early', { ...whole, in: at(START - 30 * MINUTE, 'code') }, []],
    ['earlier', { ...whole, in: at(START - 31 * MINUTE, 'code') }, ['early']],
    [
      'late, and as long all the same',
      { in: at(START + 31 * MINUTE, 'code'), out: at(END + 31 * MINUTE, 'code') },
      ['late'],
    ],
    [
      'gone from another place',
      {
        in: at(START, 'code', { place: place(41.8) }),
        out: at(END, 'code', { place: place(41.81) }),
      },
      ['elsewhere'],
    ],
    [
      'phones that are unsure by as much',
      {
        in: at(START, 'code', { place: place(41.8, 500) }),
        out: at(END, 'code', { place: place(41.81, 400) }),
      },
      [],
    ],
  ] as [string, VisitFacts | undefined, string[]][])('%s', (_, visit, flags) => {
    expect(flagsOf(row(visit), ALONE)).toEqual(flags)
  })

  describe('a worker in two homes at once', () => {
    const other = (visit: VisitFacts) => row(visit, { _id: 'b-2' })
    const one = row({ ...whole, homeMark: 'h1' })
    test.each([
      ['the same worker at the same time', { ...whole, homeMark: 'h2' }, true],
      ['one after the other', { in: at(END, 'code'), out: at(END + HOUR, 'code') }, false],
      ['another worker', { ...whole, in: at(START, 'code', { by: 'a-2' }) }, false],
      ['two people of one home', { ...whole, homeMark: 'h1' }, false],
      ['the other was never left', { in: at(START + MINUTE, 'code'), homeMark: 'h2' }, true],
    ] as [string, VisitFacts, boolean][])('%s', (_, visit, expected) => {
      const flags = flagsOf(one, { ...ALONE, ofWorker: [one, other(visit)] })
      expect(flags.includes('overlapping')).toBe(expected)
      // Both of them are odd, or neither is.
      const others = { ...ALONE, ofWorker: [one] }
      expect(flagsOf(other(visit), others).includes('overlapping')).toBe(expected)
    })
  })

  describe('far from where the home is', () => {
    const seen = (lat: number | undefined, more: object = {}) =>
      row({ in: at(START, 'code', lat === undefined ? {} : { place: place(lat) }) }, more)
    const home = (...lats: (number | undefined)[]) =>
      lats.map((lat, n) => seen(lat, { _id: `h-${n}` }))
    test.each([
      ['where the other visits were', 41.8, home(41.8, 41.8), false],
      ['some streets away', 41.81, home(41.8, 41.8), true],
      ['where one of the others was', 41.81, home(41.8, 41.81), false],
      ['one other visit tells too little', 41.81, home(41.8), false],
      ['others without a place tell nothing', 41.81, home(41.8, undefined), false],
      ['without a place nothing is said', undefined, home(41.8, 41.8), false],
    ])('%s', (_, lat, ofHome, expected) => {
      const one = seen(lat)
      const flags = flagsOf(one, { ...ALONE, ofHome: [one, ...ofHome] })
      expect(flags.includes('elsewhere')).toBe(expected)
    })
  })

  test('metres between two places', () => {
    expect(metresBetween(place(41), place(42))).toBeGreaterThan(111_000)
    expect(metresBetween(place(41), place(42))).toBeLessThan(111_400)
    expect(apartOf(whole)).toBeUndefined()
  })
})

describe('whether it is paid', () => {
  const check = (result: 'paid' | 'unpaid') => ({ check: { at: 1, by: 'a', result, say: '问过' } })
  test.each([
    ['proved and nothing odd', whole, [], 'paid'],
    ['digits do', { in: at(START, 'digits'), out: at(END, 'digits') }, [], 'paid'],
    ['something odd waits', whole, ['short'], 'open'],
    ['no proof waits', undefined, ['unproved'], 'open'],
    ['somebody looked, and it is', check('paid'), ['unproved'], 'paid'],
    ['somebody looked, and it is not', { ...whole, ...check('unpaid') }, [], 'unpaid'],
  ] as const)('%s', (_, visit, flags, expected) => {
    expect(payOf(visit, flags)).toBe(expected)
  })

  test('only what is over is accounted for', () => {
    expect(isOver(row(), END)).toBe(true)
    expect(isOver(row(), END - 1)).toBe(false)
    expect(isOver(row(whole), START)).toBe(true)
    expect(isOver({ ...row(whole), state: 'cancelled' }, END)).toBe(false)
  })
})
