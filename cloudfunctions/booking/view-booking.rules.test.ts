import { describe, expect, test } from 'vitest'
import type { Booked } from '../../types/contract/booking'
import { type Claim, type Diary, emptyDiary } from '../shared/diary.rules'
import { decideCannot, followChanges } from './view-booking.rules'

const NOW = 1_795_395_600_000
const HOUR = 3_600_000

const claim = (id: string, replaces?: string): Claim => ({
  id,
  kind: 'booking',
  place: 'slot',
  from: NOW + HOUR,
  to: NOW + 2 * HOUR,
  at: NOW,
  tapId: `tap-${id}`,
  ...(replaces === undefined ? {} : { replaces }),
  view: {},
})
const diary = (lists: Partial<Diary>): Diary => ({ ...emptyDiary('r', 'c'), ...lists })
const ended = (of: Claim) => ({ ...of, endedAt: NOW })

describe('an old address of a booking whose time was changed', () => {
  test('leads to the one that took its place', () => {
    expect(followChanges(diary({ kept: [claim('b', 'a')] }), 'a')).toBe('b')
  })

  test('leads through a second change, and to one that was cancelled since', () => {
    const twice = diary({ kept: [claim('c', 'b')], leaving: [ended(claim('b', 'a'))] })
    expect(followChanges(twice, 'a')).toBe('c')
    expect(followChanges(diary({ ended: [ended(claim('b', 'a'))] }), 'a')).toBe('b')
  })

  test('leads to itself where nothing took its place, or nothing is known', () => {
    expect(followChanges(diary({ kept: [claim('a')] }), 'a')).toBe('a')
    expect(followChanges(diary({}), 'a')).toBe('a')
  })

  test('while the change is being made, the old one is still the booking', () => {
    expect(followChanges(diary({ kept: [claim('a')], held: [claim('b', 'a')] }), 'a')).toBe('a')
  })

  test('ends where two claims name each other, as no diary should', () => {
    const circle = diary({ kept: [claim('a', 'b'), claim('b', 'a')] })
    expect(['a', 'b']).toContain(followChanges(circle, 'a'))
  })
})

const booked = (more: Partial<Booked>): Booked => ({
  bookingId: 'b',
  slotId: 'slot',
  serviceId: 's',
  serviceName: '体检',
  place: '一楼',
  startsAt: NOW + HOUR,
  endsAt: NOW + 2 * HOUR,
  state: 'booked',
  bookedAt: NOW,
  ...more,
})

test.each([
  ['one ahead', booked({}), null],
  ['one being made', booked({ state: 'pending' }), 'BOOKING_PENDING'],
  ['one that has begun', booked({ startsAt: NOW - 1 }), 'BOOKING_PAST'],
  ['one too near', booked({ cancelUntil: NOW - 1 }), 'CANCEL_TOO_LATE'],
  ['one that was cancelled', booked({ state: 'cancelled', cancelUntil: NOW - 1 }), null],
  ['one that is over', booked({ state: 'done', startsAt: 0, endsAt: 1 }), null],
])('why %s cannot be cancelled', (_, of, code) => {
  expect(decideCannot(of, NOW, { atWork: false })).toBe(code)
})

test('the desk may until it begins', () => {
  expect(decideCannot(booked({ cancelUntil: NOW - 1 }), NOW, { atWork: true })).toBeNull()
})
