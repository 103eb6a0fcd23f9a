import * as v from 'valibot'
import { residents } from './access'
import { answers, bookingNote, TAKING } from './booking-asks'
import { bookingCare } from './booking-care'
import { bookingCatalogue } from './booking-catalogue'
import { bookingDay } from './booking-day'
import { bookingMine } from './booking-mine'
import { bookingRatings } from './booking-ratings'
import { booked, myWait, outcome, service, serviceDetail, slot } from './booking-shapes'
import { bookingTimes } from './booking-times'
import { bookingUse } from './booking-use'
import { bookingWaiting } from './booking-waiting'
import { after, day, id, page } from './fields'
import { FIELD_TEXT } from './fields.text'
import { LIMITS } from './limits'
import { operation } from './operation'

export type * from './booking-care-shapes'
export type * from './booking-shapes'
export type * from './booking-catalogue'
export type * from './booking-times'
export type * from './booking-visits'
export type { Need, ServiceCategory, Terms } from './booking-terms'

export { bookingNote } from './booking-asks'

export const booking = {
  ...bookingWaiting,

  /** The services offered in the caller's community, in the order staff gave them. */
  listServices: operation({
    kind: 'query',
    access: residents({ dependents: true }),
    input: v.object({ after }),
    output: page(service),
    errors: [],
  }),

  /** One service, with its slots of the coming days: all that its screen shows. */
  viewService: operation({
    kind: 'query',
    access: residents({ dependents: true }),
    input: v.object({ serviceId: id }),
    output: v.object({
      service: serviceDetail,
      /** Why the caller may not book it at all, and what to do; absent where they may. */
      notFor: v.optional(v.object({ code: v.string(), say: v.string() })),
      /** What the caller's entitlements leave this month and the next for this service; absent where they have none. */
      entitled: v.optional(
        v.array(
          v.object({
            month: v.string(),
            unit: v.picklist(['voucher', 'minute']),
            left: v.number(),
          }),
        ),
      ),
      slots: v.array(slot),
      /** The privacy policy in force, and whether the caller agreed to it: without that no note is taken. */
      policy: v.object({ current: v.string(), agreed: v.boolean() }),
      /** There are more: `after` for `booking.listSlots`. */
      next: v.optional(v.string()),
    }),
    errors: ['NOT_FOUND'],
  }),

  /** The slots of a service from one day to another, both included, past ones too. */
  listSlots: operation({
    kind: 'query',
    access: residents({ dependents: true }),
    input: v.pipe(
      v.object({ serviceId: id, fromDay: day, toDay: day, after }),
      v.forward(
        v.partialCheck(
          [['fromDay'], ['toDay']],
          ({ fromDay, toDay }) => toDay >= fromDay,
          FIELD_TEXT.dayOrder,
        ),
        ['toDay'],
      ),
      v.forward(
        v.partialCheck(
          [['fromDay'], ['toDay']],
          ({ fromDay, toDay }) =>
            Date.parse(toDay) - Date.parse(fromDay) < LIMITS.slotRangeDays * 86_400_000,
          FIELD_TEXT.rangeTooLong,
        ),
        ['toDay'],
      ),
    ),
    output: page(slot),
    errors: ['NOT_FOUND'],
  }),

  /**
   * Takes a place in a slot for the caller, or for whom they name; for several people, or weeks, at once where they
   * say so. Each is answered by itself in `items`; the answer itself is the first that was booked, and a refusal
   * only where none was. A note or an answer is personal: it needs consent to the policy in force.
   */
  reserve: operation({
    kind: 'command',
    access: residents({ dependents: true }),
    input: v.object({
      slotId: id,
      note: bookingNote,
      /** For whom, where it is not the caller: somebody who let them. */
      forResidentId: v.optional(id),
      /** Others who come along, each with a place of their own; the caller's own id among them is the caller. */
      alsoFor: v.optional(v.pipe(v.array(id), v.maxLength(LIMITS.peopleAtOnce - 1))),
      answers,
      /** The same time for so many weeks, this one included. */
      repeat: v.optional(
        v.object({
          weeks: v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(LIMITS.repeatedWeeks)),
        }),
      ),
      /** Take it from the person's entitlement. */
      useSubsidy: v.optional(v.boolean()),
    }),
    output: v.object({ ...booked.entries, items: v.optional(v.array(outcome)) }),
    errors: [...TAKING, 'ALREADY_BOOKED', 'NO_REPEAT', 'TOO_MANY_BOOKINGS'],
  }),

  /**
   * Moves a booking to another slot of its service: the old place is given back only when the new one is theirs. The
   * note and the answers come along.
   */
  change: operation({
    kind: 'command',
    access: residents({ dependents: true }),
    input: v.object({ bookingId: id, slotId: id }),
    output: booked,
    errors: [
      ...TAKING,
      'ALREADY_BOOKED',
      'ALREADY_CANCELLED',
      'BOOKING_PAST',
      'CANCEL_TOO_LATE',
      'SAME_SLOT',
    ],
  }),

  /** Gives the caller's place back. */
  cancel: operation({
    kind: 'command',
    access: residents({ dependents: true }),
    input: v.object({ bookingId: id }),
    output: booked,
    errors: [
      'NOT_FOUND',
      'ALREADY_CANCELLED',
      'BOOKING_PENDING',
      'BOOKING_PAST',
      'CANCEL_TOO_LATE',
      'TAP_REUSED',
    ],
  }),

  ...bookingMine,

  /** The caller's bookings: those ahead first, soonest first; then the others, newest first. */
  listMine: operation({
    kind: 'query',
    access: residents({ dependents: true }),
    input: v.object({ after }),
    output: v.object({
      ...page(booked).entries,
      /** Slots ahead for which the caller waits or has an offer, soonest first; on the first page. */
      waits: v.array(myWait),
    }),
    errors: [],
  }),

  ...bookingDay,
  ...bookingRatings,
  ...bookingUse,
  ...bookingCare,
  ...bookingCatalogue,
  ...bookingTimes,
}
