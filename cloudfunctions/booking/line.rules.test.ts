import { describe, expect, test } from 'vitest'
import { USUAL_TERMS } from '../../types/contract/usual-terms'
import { LIMITS } from '../../types/contract/limits'
import { DAY, HOUR, MINUTE } from '../shared/time'
import {
  closesAt,
  decideJoin,
  type Joining,
  type LineFacts,
  nextLook,
  nextStep,
  OFFERS_AT_ONCE,
  presentWaits,
} from './line.rules'

/** 09:00 of a Monday in the communities' zone. */
const NOW = Date.UTC(2026, 10, 23, 1)

const wait = (residentId: string, at = NOW - HOUR) => ({
  residentId,
  at,
  tapId: `tap-${residentId}`,
})
const offer = (residentId: string, until: number) => ({
  ...wait(residentId),
  id: `offer-${residentId}`,
  offeredAt: NOW - MINUTE,
  until,
})

const line = (changes: Partial<LineFacts> = {}): LineFacts => ({
  _id: 'check-1',
  startsAt: NOW + DAY,
  endsAt: NOW + DAY + HOUR,
  state: 'open',
  terms: USUAL_TERMS,
  left: 0,
  seats: { 'r-9': { bookingId: 'check-1_a', at: NOW } },
  queue: [],
  offers: [],
  ...changes,
})

const joining = (changes: Partial<Joining> = {}): Joining => ({
  residentId: 'r-1',
  facts: { attributes: [], places: [] },
  diary: null,
  byDesk: false,
  waitsElsewhere: 0,
  ...changes,
})

const strikes = [1, 2, 3].map((n) => ({ bookingId: `b-${n}`, at: NOW - n * DAY }))
const many = Array.from({ length: LIMITS.waiting }, (_, n) => wait(`r-${n + 10}`))

describe('may wait', () => {
  test.each<[string, LineFacts, Partial<Joining>, ReturnType<typeof decideJoin>]>([
    ['where it is full', line(), {}, null],
    [
      'where places come free that others wait for',
      line({ left: 1, queue: [wait('r-2')] }),
      {},
      null,
    ],
    ['barred, where the desk asks for them', line(), { diary: { strikes }, byDesk: true }, null],
  ])('%s', (_, slot, more, expected) => {
    expect(decideJoin(slot, joining(more), NOW)).toBe(expected)
  })
})

describe('may not wait', () => {
  test.each<[string, LineFacts, Partial<Joining>]>([
    ['PLACES_LEFT', line({ left: 1 }), {}],
    ['PLACES_LEFT', line({ offers: [offer('r-1', NOW + HOUR)] }), {}],
    ['ALREADY_BOOKED', line(), { residentId: 'r-9' }],
    ['ALREADY_WAITING', line({ queue: [wait('r-2'), wait('r-1')] }), {}],
    ['NO_WAITLIST', line({ terms: { ...USUAL_TERMS, offerMinutes: 0 } }), {}],
    ['WAITLIST_FULL', line({ queue: many }), {}],
    ['TOO_MANY_WAITS', line(), { waitsElsewhere: LIMITS.waitsOfOne }],
    ['BARRED', line(), { diary: { strikes } }],
    ['SLOT_PAST', line({ startsAt: NOW }), {}],
    ['SLOT_CLOSED', line({ state: 'closed' }), {}],
    ['BOOKING_TOO_LATE', line({ terms: { ...USUAL_TERMS, leadMinutes: 2 * 24 * 60 } }), {}],
    ['BOOKING_TOO_EARLY', line({ startsAt: NOW + 40 * DAY }), {}],
    ['AGE_UNKNOWN', line({ terms: { ...USUAL_TERMS, who: { ageFrom: 60 } } }), {}],
  ])('%s', (code, slot, more) => {
    expect(decideJoin(slot, joining(more), NOW)).toBe(code)
  })
})

describe('the next step', () => {
  test('nothing while it is full, or nobody waits', () => {
    expect(nextStep(line({ queue: [wait('r-1')] }), NOW)).toBeNull()
    expect(nextStep(line({ left: 3 }), NOW)).toBeNull()
    expect(nextStep(line({ offers: [offer('r-1', NOW + 1)] }), NOW)).toBeNull()
  })

  test('offers what is free to the first, as many as there are places, and no more at once than one update bears', () => {
    const queue = [wait('r-1'), wait('r-2'), wait('r-3')]
    const step = nextStep(line({ left: 2, queue }), NOW)
    expect(step).toEqual({ kind: 'offer', waiting: queue.slice(0, 2), until: NOW + 2 * HOUR })
    const large = nextStep(line({ left: 200, queue: many }), NOW)
    expect(large?.kind === 'offer' && large.waiting).toEqual(many.slice(0, OFFERS_AT_ONCE))
  })

  test('an offer that ran out comes before any other, and who has a seat already is passed over', () => {
    const queue = [wait('r-9'), wait('r-1')]
    const over = offer('r-2', NOW)
    expect(nextStep(line({ left: 1, queue, offers: [over] }), NOW)).toEqual({
      kind: 'lapse',
      offers: [over],
    })
    expect(nextStep(line({ left: 1, queue }), NOW)).toEqual({ kind: 'skip', waiting: queue[0] })
    // Those before the one who has a seat are offered theirs first.
    const behind = [wait('r-1'), wait('r-9')]
    expect(nextStep(line({ left: 2, queue: behind }), NOW)).toMatchObject({
      kind: 'offer',
      waiting: [behind[0]],
    })
  })

  test.each([
    ['has begun', { startsAt: NOW }],
    ['is closed', { state: 'closed' as const }],
    ['may not be booked any more', { terms: { ...USUAL_TERMS, leadMinutes: 2 * 24 * 60 } }],
  ])('ends all of it where the slot %s', (_, over) => {
    const queue = [wait('r-1')]
    const offers = [offer('r-2', NOW + HOUR)]
    expect(nextStep(line({ left: 1, queue, offers, ...over }), NOW)).toEqual({
      kind: 'lapse',
      offers,
    })
    expect(nextStep(line({ left: 1, queue, ...over }), NOW)).toEqual({
      kind: 'end',
      waiting: queue,
    })
  })

  test('an offer of the night holds from the morning on, and none beyond the booking’s close', () => {
    const queue = [wait('r-1')]
    const night = NOW + 14 * HOUR // 23:00
    const morning = NOW + DAY - 90 * MINUTE // 07:30
    const later = line({ left: 1, queue, startsAt: NOW + 3 * DAY })
    expect(nextStep(later, night)).toMatchObject({ until: morning + 2 * HOUR })
    const soon = line({ left: 1, queue, startsAt: NOW + HOUR })
    expect(nextStep(soon, NOW)).toMatchObject({ until: closesAt(soon) })
  })
})

test('is looked at when an offer runs out, and when its booking closes', () => {
  expect(nextLook(line())).toBeNull()
  expect(nextLook(line({ queue: [wait('r-1')] }))).toBe(NOW + DAY)
  const offers = [offer('r-2', NOW + 2 * HOUR), offer('r-3', NOW + HOUR)]
  expect(nextLook(line({ queue: [wait('r-1')], offers }))).toBe(NOW + HOUR)
})

test('somebody sees what they wait for, soonest first, and an offer as long as it holds', () => {
  const shown = { serviceId: 'check', serviceName: '体检', place: '一楼', endsAt: NOW + 2 * DAY }
  const slots = [
    {
      ...line({ _id: 'b', startsAt: NOW + 2 * HOUR, queue: [wait('r-2'), wait('r-1')] }),
      ...shown,
    },
    { ...line({ _id: 'a', startsAt: NOW + HOUR, offers: [offer('r-1', NOW + MINUTE)] }), ...shown },
    { ...line({ _id: 'c', startsAt: NOW + HOUR, offers: [offer('r-1', NOW)] }), ...shown },
    { ...line({ _id: 'd', startsAt: NOW - HOUR, queue: [wait('r-1')] }), ...shown },
    { ...line({ _id: 'e', queue: [wait('r-2')] }), ...shown },
  ]
  expect(presentWaits(slots, 'r-1', NOW)).toMatchObject([
    { slotId: 'a', offerUntil: NOW + MINUTE },
    { slotId: 'b', inLine: 2 },
  ])
})
