import { describe, expect, test } from 'vitest'
import type { Mark } from '../../../types/contract/booking-visits'
import { DAY, HOUR, MINUTE, momentOf } from '../../shared/time'
import {
  decideMark,
  decideRate,
  decideRelease,
  decideResult,
  decideUndo,
  type Marked,
  undoUntil,
} from './marks.rules'

const START = momentOf('2026-11-26', '09:30')
const END = START + HOUR
const visit = (mark?: Mark, more: Partial<Marked> = {}): Marked => ({
  state: 'booked',
  startsAt: START,
  endsAt: END,
  ...(mark ? { day: { mark, markedAt: START } } : {}),
  ...more,
})
const cancelled = visit(undefined, { state: 'cancelled' })

describe('a mark', () => {
  test.each<[string, Marked, Mark, number, string | null]>([
    ['came, on the day before it', visit(), 'came', START - DAY, 'TOO_EARLY'],
    ['came, early on the day', visit(), 'came', momentOf('2026-11-26'), null],
    ['came, a week later', visit(), 'came', START + 7 * DAY, null],
    ['came, eight days later', visit(), 'came', START + 8 * DAY, 'TOO_LATE'],
    ['came, again', visit('came'), 'came', START, 'same'],
    ['came, after absent', visit('absent'), 'came', END, 'VISIT_STATE'],
    ['came, of a cancelled one', cancelled, 'came', START, 'VISIT_STATE'],
    ['absent, before 15 minutes are over', visit(), 'absent', START + 15 * MINUTE - 1, 'TOO_EARLY'],
    ['absent, after 15 minutes', visit(), 'absent', START + 15 * MINUTE, null],
    ['absent, of one who came', visit('came'), 'absent', END, 'VISIT_STATE'],
    ['done, without having been marked', visit(), 'done', END, null],
    ['done, of one who came', visit('came'), 'done', START, null],
    ['done, again: the amount is mended', visit('done'), 'done', END, null],
    ['done, of one who did not come', visit('absent'), 'done', END, 'VISIT_STATE'],
  ])('%s', (_, of, mark, now, answer) => {
    expect(decideMark(of, mark, {}, now)).toBe(answer)
  })

  test('a service says itself how late is absent', () => {
    expect(decideMark(visit(), 'absent', { lateMinutes: 30 }, START + 20 * MINUTE)).toBe(
      'TOO_EARLY',
    )
    expect(decideMark(visit(), 'absent', { lateMinutes: 5 }, START + 5 * MINUTE)).toBeNull()
  })

  test('is taken back on the day it was made, not after', () => {
    expect(undoUntil(START)).toBe(momentOf('2026-11-27'))
    expect(decideUndo(visit('absent'), momentOf('2026-11-27') - 1)).toBeNull()
    expect(decideUndo(visit('absent'), momentOf('2026-11-27'))).toBe('TOO_LATE')
    expect(decideUndo(visit(), START)).toBe('VISIT_STATE')
  })
})

describe('a place is given away', () => {
  test.each<[string, Marked, number | undefined, number, string | null]>([
    ['where the service says so, in time', visit(), 10, START + 10 * MINUTE, null],
    ['not before', visit(), 10, START + 9 * MINUTE, 'TOO_EARLY'],
    ['not when it is over', visit(), 10, END, 'TOO_LATE'],
    ['not where the place stays theirs', visit(), undefined, START + HOUR / 2, 'VISIT_STATE'],
    ['not of somebody who came', visit('came'), 10, START + HOUR / 2, 'VISIT_STATE'],
  ])('%s', (_, of, lateMinutes, now, answer) => {
    expect(decideRelease(of, { lateMinutes }, now)).toBe(answer)
  })
})

describe('what is said of a visit', () => {
  test('a result: once it began or was marked, and not of one that was not', () => {
    expect(decideResult(visit(), START - 1)).toBe('TOO_EARLY')
    expect(decideResult(visit('came'), START - 1)).toBeNull()
    expect(decideResult(visit('absent'), END)).toBe('VISIT_STATE')
    expect(decideResult(cancelled, END)).toBe('VISIT_STATE')
  })

  test('stars: once it is over, by who came, for 30 days; changed for seven', () => {
    expect(decideRate(visit(), START)).toBe('VISIT_STATE')
    expect(decideRate(visit('done'), START)).toBeNull()
    expect(decideRate(visit(), END)).toBeNull()
    expect(decideRate(visit('absent'), END)).toBe('VISIT_STATE')
    expect(decideRate(visit(), END + 30 * DAY)).toBe('TOO_LATE')
    const said = { ...visit(), rating: { first: END + 29 * DAY } }
    expect(decideRate(said, END + 35 * DAY)).toBeNull()
    expect(decideRate(said, END + 36 * DAY)).toBe('TOO_LATE')
  })
})
