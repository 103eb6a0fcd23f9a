import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LIMITS } from '../../types/contract/limits'
import { type Claim, type Diary, emptyDiary } from '../shared/diary.rules'
import { HOUR, MINUTE } from '../shared/time'
import {
  decideCancel,
  decideReserve,
  decideTaken,
  hasSeat,
  presentClaim,
  presentSlot,
  type SlotFacts,
} from './booking.rules'

const NOW = Date.UTC(2026, 10, 23, 1)

const slot = (changes: Partial<SlotFacts> = {}): SlotFacts => ({
  _id: 'check-1',
  serviceId: 'check',
  startsAt: NOW + HOUR,
  endsAt: NOW + HOUR + 30 * MINUTE,
  capacity: 6,
  left: 6,
  state: 'open',
  seats: {},
  outbox: [],
  ...changes,
})

const claim = (changes: Partial<Claim> = {}): Claim => ({
  id: 'check-1_a',
  kind: 'booking',
  place: 'check-1',
  from: NOW + HOUR,
  to: NOW + HOUR + 30 * MINUTE,
  at: NOW,
  tapId: 'tap-00000001',
  view: { serviceId: 'check', serviceName: '体检', place: '一楼', bookedAt: NOW },
  ...changes,
})

const diary = (changes: Partial<Diary> = {}): Diary => ({
  ...emptyDiary('r-1', 'c-1'),
  ...changes,
})

describe('decideReserve', () => {
  test.each([
    ['a free place ahead', slot(), diary(), null],
    ['a slot that begins this very moment', slot({ startsAt: NOW }), diary(), 'SLOT_PAST'],
    ['a slot of yesterday', slot({ startsAt: NOW - 24 * HOUR }), diary(), 'SLOT_PAST'],
    ['a closed slot', slot({ state: 'closed' }), diary(), 'SLOT_CLOSED'],
    ['the last place', slot({ left: 1 }), diary(), null],
    ['no place left', slot({ left: 0 }), diary(), 'SLOT_FULL'],
    ['the same slot again', slot({ left: 0 }), diary({ kept: [claim()] }), 'ALREADY_BOOKED'],
    ['the same slot, still held', slot(), diary({ held: [claim()] }), 'BOOKING_PENDING'],
    ['another visit then', slot(), diary({ kept: [claim({ place: 'bath-1' })] }), 'TIME_CLASH'],
    [
      'another visit that ends as this begins',
      slot(),
      diary({ kept: [claim({ place: 'bath-1', from: NOW, to: NOW + HOUR })] }),
      null,
    ],
    [
      'a cancelled visit then',
      slot(),
      diary({ ended: [{ ...claim({ place: 'bath-1' }), endedAt: NOW }] }),
      null,
    ],
  ] as const)('%s', (_case, given, mine, refusal) => {
    expect(decideReserve(given, mine, NOW)).toBe(refusal)
  })

  test('as many visits ahead as one person may have', () => {
    const ahead = Array.from({ length: LIMITS.liveBookings }, (_, i) =>
      claim({ id: `b${i}`, place: `s${i}`, from: NOW + (i + 2) * HOUR, to: NOW + (i + 3) * HOUR }),
    )
    expect(decideReserve(slot(), diary({ kept: ahead }), NOW)).toBe('TOO_MANY_BOOKINGS')
    expect(decideReserve(slot(), diary({ kept: ahead.slice(1) }), NOW)).toBeNull()
    const over = ahead.map((c) => ({ ...c, from: c.from - 100 * HOUR, to: c.to - 100 * HOUR }))
    expect(decideReserve(slot(), diary({ kept: over }), NOW)).toBeNull()
  })

  test('whoever is let in has no other visit at that time, and a place is left', () => {
    const minutes = fc.integer({ min: 1, max: 300 })
    const visit = fc.tuple(minutes, minutes).map(([start, length]) =>
      claim({
        id: `x${start}`,
        place: `p${start}`,
        from: NOW + start * MINUTE,
        to: NOW + (start + length) * MINUTE,
      }),
    )
    fc.assert(
      fc.property(
        fc.array(visit, { maxLength: 6 }),
        minutes,
        fc.integer({ min: -1, max: 3 }),
        (kept, start, left) => {
          const startsAt = NOW + start * MINUTE
          const wanted = slot({ startsAt, endsAt: startsAt + 30 * MINUTE, left })
          const refusal = decideReserve(wanted, diary({ kept }), NOW)
          const overlaps = kept.some((c) => c.from < wanted.endsAt && c.to > wanted.startsAt)
          expect(refusal === null).toBe(!overlaps && left >= 1)
        },
      ),
    )
  })
})

describe('decideTaken', () => {
  const seat = { bookingId: 'x', at: NOW }
  test.each([
    ['a slot that is gone', null, 'NOT_FOUND'],
    ['full', slot({ left: 0 }), 'SLOT_FULL'],
    ['begun meanwhile', slot({ startsAt: NOW }), 'SLOT_PAST'],
    ['closed meanwhile', slot({ state: 'closed' }), 'SLOT_CLOSED'],
    ['a seat that a dead call left there', slot({ seats: { 'r-1': seat } }), 'BOOKING_PENDING'],
    ['a place given back meanwhile', slot({ left: 1 }), null],
  ] as const)('%s', (_case, given, refusal) => {
    expect(decideTaken(given, 'r-1', NOW)).toBe(refusal)
  })
})

test('a visit can be cancelled until it begins', () => {
  expect(decideCancel(claim({ from: NOW + 1 }), NOW)).toBeNull()
  expect(decideCancel(claim({ from: NOW }), NOW)).toBe('BOOKING_PAST')
})

test('a seat is this booking’s own or nobody’s', () => {
  const taken = slot({ seats: { 'r-1': { bookingId: 'check-1_a', at: NOW } } })
  expect(hasSeat(taken, 'r-1', 'check-1_a')).toBe(true)
  expect(hasSeat(taken, 'r-1', 'check-1_b')).toBe(false)
  expect(hasSeat(taken, 'r-2', 'check-1_a')).toBe(false)
  expect(hasSeat(null, 'r-1', 'check-1_a')).toBe(false)
})

describe('presentSlot', () => {
  test.each([
    [{}, 'open'],
    [{ left: 0 }, 'full'],
    [{ state: 'closed' as const }, 'closed'],
    [{ startsAt: NOW, left: 0 }, 'past'],
  ])('%j is shown as %s', (changes, state) => {
    expect(presentSlot(slot(changes), 'r-1', NOW).state).toBe(state)
  })

  test('shows the viewer’s own booking and nobody else’s', () => {
    const seats = {
      'r-1': { bookingId: 'mine', at: NOW },
      'r-2': { bookingId: 'theirs', at: NOW },
    }
    const shown = presentSlot(slot({ seats }), 'r-1', NOW)
    expect(shown.bookingId).toBe('mine')
    expect(JSON.stringify(shown)).not.toContain('theirs')
  })
})

test.each([
  ['held', NOW, 'pending'],
  ['kept', NOW, 'booked'],
  ['kept', NOW + 24 * HOUR, 'done'],
  ['ended', NOW, 'cancelled'],
] as const)('a claim %s is shown at %i as %s', (standing, at, state) => {
  expect(presentClaim(claim(), standing, at).state).toBe(state)
})
