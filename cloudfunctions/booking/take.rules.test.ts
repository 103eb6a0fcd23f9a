import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Terms } from '../../types/contract/booking-terms'
import { USUAL_TERMS } from '../../types/contract/usual-terms'
import { LIMITS } from '../../types/contract/limits'
import { type Diary, emptyDiary } from '../shared/diary.rules'
import { DAY, HOUR, MINUTE } from '../shared/time'
import { type BookingClaim, presentSlot, type SlotFacts } from './booking.rules'
import { withAgainst } from './for-whom.rules'
import { decideTake, type Wanting } from './take.rules'

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

const diary = (changes: Partial<Diary> = {}): Diary => ({
  ...emptyDiary('r-1', 'c-1'),
  ...changes,
})

const wanting = (changes: Partial<Wanting> = {}): Wanting => ({
  diary: diary(),
  facts: { attributes: [], places: [] },
  byDesk: false,
  useSubsidy: false,
  ...changes,
})

/** Why not; null where it would be granted. */
function refusalOf(wanted: SlotFacts, mine: Diary, more: Partial<Wanting> = {}) {
  const decided = decideTake(wanted, wanting({ diary: mine, ...more }), NOW)
  return typeof decided === 'string' ? decided : null
}

const of = (terms: Partial<Terms>, changes: Partial<SlotFacts> = {}) =>
  slot({ ...changes, terms: { ...USUAL_TERMS, ...terms } })

describe('decideTake', () => {
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
    expect(refusalOf(given, mine)).toBe(refusal)
  })

  test('as many visits ahead as one person may have', () => {
    const ahead = Array.from({ length: LIMITS.liveBookings }, (_, i) =>
      claim({ id: `b${i}`, place: `s${i}`, from: NOW + (i + 2) * HOUR, to: NOW + (i + 3) * HOUR }),
    )
    expect(refusalOf(slot(), diary({ kept: ahead }))).toBe('TOO_MANY_BOOKINGS')
    expect(refusalOf(slot(), diary({ kept: ahead.slice(1) }))).toBeNull()
    const over = ahead.map((c) => ({ ...c, from: c.from - 100 * HOUR, to: c.to - 100 * HOUR }))
    expect(refusalOf(slot(), diary({ kept: over }))).toBeNull()
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
          const refusal = refusalOf(wanted, diary({ kept }))
          const overlaps = kept.some((c) => c.from < wanted.endsAt && c.to > wanted.startsAt)
          expect(refusal === null).toBe(!overlaps && left >= 1)
        },
      ),
    )
  })
})

describe('the terms of a service', () => {
  const old = { birthDay: '1952-11-24', attributes: [], places: ['d/s/c/b3'] }
  const month = { check: 1 }
  test.each([
    ['too little time before', of({ leadMinutes: 61 }), {}, 'BOOKING_TOO_LATE'],
    ['just enough time before', of({ leadMinutes: 60 }), {}, null],
    [
      'further ahead than it opens',
      of({ aheadDays: 1 }, { startsAt: NOW + 2 * DAY, endsAt: NOW + 2 * DAY + HOUR }),
      {},
      'BOOKING_TOO_EARLY',
    ],
    ['by age, and nobody knows it', of({ who: { ageFrom: 60 } }), {}, 'AGE_UNKNOWN'],
    ['a day before the birthday', of({ who: { ageFrom: 74 } }), { facts: old }, 'TOO_YOUNG'],
    ['old enough', of({ who: { ageFrom: 73 } }), { facts: old }, null],
    ['too old', of({ who: { ageTo: 72 } }), { facts: old }, 'TOO_OLD'],
    [
      'for those who live alone',
      of({ who: { anyOf: ['livesAlone'] } }),
      { facts: old },
      'GROUP_ONLY',
    ],
    [
      'one of several groups',
      of({ who: { anyOf: ['livesAlone', 'lowIncome'] } }),
      { facts: { ...old, attributes: ['lowIncome'] } },
      null,
    ],
    ['for other buildings', of({ who: { places: ['d/s/c/b4'] } }), { facts: old }, 'PLACE_ONLY'],
    ['for one’s own building', of({ who: { places: ['d/s/c/b3'] } }), { facts: old }, null],
    [
      'as many in the month as one may',
      of({ person: { month: 1 } }),
      { diary: diary({ counts: { '2026-11': month } }) },
      'LIMIT_PERSON',
    ],
    [
      'as many, but the one that is changed leaves',
      of({ person: { month: 1 } }),
      {
        diary: diary({ counts: { '2026-11': month } }),
        replaced: claim({ counts: { '2026-11/check': 1 }, from: NOW - DAY, to: NOW - DAY + HOUR }),
      },
      null,
    ],
    ['others wait', of({}, { queue: [{ residentId: 'r-2' }] }), {}, 'SLOT_FULL'],
    [
      'full, but a place is kept',
      of(
        {},
        {
          left: 0,
          queue: [{ residentId: 'r-2' }],
          offers: [{ residentId: 'r-1', until: NOW + 1 }],
        },
      ),
      {},
      null,
    ],
    [
      'the offer is over',
      of({}, { left: 0, offers: [{ residentId: 'r-1', until: NOW }] }),
      {},
      'SLOT_FULL',
    ],
    [
      'three times away',
      of({}),
      {
        diary: diary({
          strikes: [1, 2, 3].map((n) => ({ bookingId: `b${n}`, at: NOW - n * DAY })),
        }),
      },
      'BARRED',
    ],
    [
      'three times away, and the desk books',
      of({}),
      {
        byDesk: true,
        diary: diary({
          strikes: [1, 2, 3].map((n) => ({ bookingId: `b${n}`, at: NOW - n * DAY })),
        }),
      },
      null,
    ],
    [
      'nothing granted',
      of({ subsidy: { unit: 'voucher', units: 1 } }),
      { useSubsidy: true },
      'NO_ENTITLEMENT',
    ],
  ] as const)('%s', (_case, wanted, more, refusal) => {
    expect(refusalOf(wanted, diary(), more as Partial<Wanting>)).toBe(refusal)
  })

  test.each([
    [0, null],
    [90, null],
    [91, 'ENTITLEMENT_USED'],
  ])('an entitlement of 180 minutes of which %i are used', (used, refusal) => {
    const entitled = diary({
      entitlements: [
        {
          id: 'e1',
          need: 'healthCheck',
          unit: 'minute',
          perMonth: 180,
          fromDay: '2026-11-01',
          untilDay: '2026-12-31',
        },
      ],
      counts: { '2026-11': { 'e-e1': used } },
    })
    const wanted = of({ subsidy: { unit: 'minute', units: 90 } })
    expect(refusalOf(wanted, entitled, { useSubsidy: true })).toBe(refusal)
    // What a change gives back is there for it, and no more than that.
    const replaced = (minutes: number) => ({
      ...claim({ from: NOW - DAY, to: NOW - DAY + HOUR }),
      counts: { '2026-11/e-e1': minutes },
    })
    const changed = (minutes: number) =>
      refusalOf(wanted, entitled, { useSubsidy: true, replaced: replaced(minutes) })
    expect(changed(used)).toBeNull()
    expect(changed(0)).toBe(refusal)
  })

  test('whoever moves a booking is held by its entitlement and its place, and by nothing else', () => {
    const narrow = of({
      ...{ leadMinutes: 30 * 24 * 60, person: { month: 1 }, household: { month: 1 } },
      who: { ageFrom: 120 },
    })
    const booked = diary({ counts: { '2026-11': { check: 5 } } })
    expect(refusalOf(narrow, booked, {})).toBe('BOOKING_TOO_LATE')
    expect(refusalOf(narrow, booked, { atWork: true })).toBeNull()
    expect(refusalOf(of({}, { left: 0 }), booked, { atWork: true })).toBe('SLOT_FULL')
    const granted = of({ subsidy: { unit: 'voucher', units: 1 } })
    expect(refusalOf(granted, booked, { atWork: true, useSubsidy: true })).toBe('NO_ENTITLEMENT')
  })
})

describe('what is said before the tap', () => {
  const shown = { ...presentSlot(slot(), 'r-1', NOW) }
  const limited = { ...USUAL_TERMS, person: { week: 1 } }
  test.each([
    ['nothing', diary(), USUAL_TERMS, undefined],
    ['another visit at that time', diary({ kept: [claim({ place: 'x' })] }), USUAL_TERMS, 'clash'],
    [
      'a limit that is reached',
      diary({ counts: { '2026-11': { check_w23: 1 } } }),
      limited,
      'limit',
    ],
    [
      'a limit of another week',
      diary({ counts: { '2026-11': { check_w16: 1 } } }),
      limited,
      undefined,
    ],
  ] as const)('%s speaks against it', (_, mine, terms, against) => {
    expect(withAgainst([shown], terms, { diary: mine, home: undefined })[0]?.against).toBe(against)
    // As it would be decided at the tap.
    expect(refusalOf(slot({ terms }), mine) === null).toBe(against === undefined)
  })

  test('of one’s own, and of what is not open, nothing is said besides', () => {
    const mine = diary({ kept: [claim()] })
    const own = { ...shown, bookingId: 'check-1_a' }
    const full = { ...shown, state: 'full' as const }
    const used = { diary: mine, home: undefined }
    expect(withAgainst([own, full], USUAL_TERMS, used)).toEqual([own, full])
  })

  test('what the people of a home have used up together, also where the person booked nothing', () => {
    const terms = { ...USUAL_TERMS, household: { week: 2 } }
    const usedUp = (n: number) => ({ diary: null, home: { '2026-11': { check_w23: n } } })
    expect(withAgainst([shown], terms, usedUp(1))[0]?.against).toBeUndefined()
    expect(withAgainst([shown], terms, usedUp(2))[0]?.against).toBe('homeLimit')
    expect(withAgainst([shown], USUAL_TERMS, usedUp(2))[0]?.against).toBeUndefined()
    const unknown = { diary: null, home: undefined }
    expect(withAgainst([shown], terms, unknown)[0]?.against).toBeUndefined()
  })
})
