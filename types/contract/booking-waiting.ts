import * as v from 'valibot'
import { residents } from './access'
import { answers, bookingNote, TAKING } from './booking-asks'
import { booked } from './booking-shapes'
import { at, id } from './fields'
import { operation } from './operation'

/** Waiting for a place in a slot that is full (候补): in order, with offers that hold for a time. */

const inSlot = v.object({ slotId: id })

/** What has nothing to do with a place being free. */
const NOT_FOR_THEM = [
  'NOT_FOUND',
  'SLOT_PAST',
  'SLOT_CLOSED',
  'BOOKING_TOO_LATE',
  'BOOKING_TOO_EARLY',
  'AGE_UNKNOWN',
  'TOO_YOUNG',
  'TOO_OLD',
  'GROUP_ONLY',
  'PLACE_ONLY',
  'BARRED',
  'TAP_REUSED',
] as const

export const bookingWaiting = {
  /** Puts the caller at the end of the line for a full slot. */
  joinWaitlist: operation({
    kind: 'command',
    access: residents({ dependents: true }),
    input: inSlot,
    output: v.object({
      slotId: v.string(),
      serviceName: v.string(),
      place: v.string(),
      startsAt: at,
      /** The caller's place in the line, from 1; absent where they left it meanwhile, or have an offer. */
      inLine: v.optional(v.pipe(v.number(), v.integer())),
      /** How many wait. */
      waiting: v.pipe(v.number(), v.integer()),
    }),
    errors: [
      ...NOT_FOR_THEM,
      'NO_WAITLIST',
      'PLACES_LEFT',
      'ALREADY_WAITING',
      'ALREADY_BOOKED',
      'WAITLIST_FULL',
      'TOO_MANY_WAITS',
    ],
  }),

  /** Leaves the line, or declines the offer: it goes to the next. Leaving twice, or a line one is not in, is fine. */
  leaveWaitlist: operation({
    kind: 'command',
    access: residents({ dependents: true }),
    input: inSlot,
    output: v.object({ slotId: v.string() }),
    errors: ['NOT_FOUND', 'TAP_REUSED'],
  }),

  /** Takes the place that is kept for the caller. `booking.reserve` of that slot does the same. */
  acceptOffer: operation({
    kind: 'command',
    access: residents({ dependents: true }),
    input: v.object({
      slotId: id,
      note: bookingNote,
      answers,
      /** Take it from the person's entitlement. */
      useSubsidy: v.optional(v.boolean()),
    }),
    output: booked,
    errors: [
      ...TAKING.filter((code): code is Exclude<typeof code, 'SLOT_FULL'> => code !== 'SLOT_FULL'),
      'OFFER_OVER',
      'ALREADY_BOOKED',
      'TOO_MANY_BOOKINGS',
    ],
  }),
}
