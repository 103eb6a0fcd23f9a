import { describe, expect, test } from 'vitest'
import { USUAL_TERMS } from '../../types/contract/usual-terms'
import { HOUR, MINUTE } from '../shared/time'
import {
  type BookingClaim,
  decideCancel,
  decideTaken,
  hasSeat,
  presentClaim,
  presentSlot,
  type SlotFacts,
  slotOfBooking,
} from './booking.rules'

const NOW = Date.UTC(2026, 10, 23, 1)

const slot = (changes: Partial<SlotFacts> = {}): SlotFacts => ({
  _id: 'check-1',
  serviceId: 'check',
  need: 'healthCheck',
  terms: USUAL_TERMS,
  startsAt: NOW + HOUR,
  endsAt: NOW + HOUR + 30 * MINUTE,
  capacity: 6,
  left: 6,
  state: 'open',
  seats: {},
  queue: [],
  offers: [],
  outbox: [],
  ...changes,
})

const claim = (changes: Partial<BookingClaim> = {}): BookingClaim => ({
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

test('a booking’s id says which slot it is of', () => {
  expect(slotOfBooking('s_home_1764000000000_0a1b')).toBe('s_home_1764000000000')
  expect(slotOfBooking('nothing')).toBe('')
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
