import * as v from 'valibot'
import { holders, residents } from './access'
import { doneBy } from './done-by'
import { after, at, day, id, page } from './fields'
import { FIELD_TEXT } from './fields.text'
import { LIMITS } from './limits'
import { operation } from './operation'

export const serviceCategory = v.picklist(['health', 'care', 'home', 'activity'])
export type ServiceCategory = v.InferOutput<typeof serviceCategory>

export const service = v.object({
  serviceId: v.string(),
  name: v.string(),
  category: serviceCategory,
  /** One line: what it is. */
  summary: v.string(),
  /** Who gives it. */
  providerName: v.string(),
  place: v.string(),
  /** Price in fen; 0 is free. */
  priceFen: v.pipe(v.number(), v.integer()),
  /** How long one visit takes, in minutes. */
  minutes: v.pipe(v.number(), v.integer()),
})
export type Service = v.InferOutput<typeof service>

export const slot = v.object({
  slotId: v.string(),
  serviceId: v.string(),
  startsAt: at,
  endsAt: at,
  capacity: v.pipe(v.number(), v.integer()),
  /** Places still free. */
  left: v.pipe(v.number(), v.integer()),
  state: v.picklist(['open', 'full', 'closed', 'past']),
  /** The caller's own live booking in this slot. */
  bookingId: v.optional(v.string()),
})
export type Slot = v.InferOutput<typeof slot>

export const booked = v.object({
  bookingId: v.string(),
  slotId: v.string(),
  serviceId: v.string(),
  serviceName: v.string(),
  place: v.string(),
  startsAt: at,
  endsAt: at,
  /**
   * `pending`: being made, settles within two minutes. `booked`: the place is the resident's.
   * `done`: the time is over. `cancelled`: given back.
   */
  state: v.picklist(['pending', 'booked', 'done', 'cancelled']),
  note: v.optional(v.string()),
  bookedAt: at,
  /** Who booked in the resident's place. */
  by: v.optional(doneBy),
  cancelledAt: v.optional(at),
  cancelledBy: v.optional(doneBy),
})
export type Booked = v.InferOutput<typeof booked>

/** What kind of services a community offers, as home shows it. */
export const serviceKind = v.object({
  category: serviceCategory,
  /** Names of the first services of it, at most two. */
  examples: v.array(v.string()),
  count: v.pipe(v.number(), v.integer()),
})
export type ServiceKind = v.InferOutput<typeof serviceKind>

/** Booking's part of the home screen. */
export const homeBooking = v.object({
  /** The next ones, at most three. */
  ahead: v.array(booked),
  /** How many there are in all. */
  aheadCount: v.pipe(v.number(), v.integer()),
  kinds: v.array(serviceKind),
  /** The first of the list, at most three. */
  services: v.array(service),
})
export type HomeBooking = v.InferOutput<typeof homeBooking>

/** One booking as the desk sees it: who comes when, for what, and what to prepare. */
export const visit = v.object({
  bookingId: v.string(),
  /** In full, since the desk calls people by it; nothing else of the person is shown. */
  name: v.string(),
  serviceId: v.string(),
  serviceName: v.string(),
  place: v.string(),
  startsAt: at,
  endsAt: at,
  /** What the resident said, and who booked in their place; follows the booking within a minute or two. */
  note: v.optional(v.string()),
  by: v.optional(doneBy),
})
export type Visit = v.InferOutput<typeof visit>

/** A booking's note. Its own schema, since the form on the phone checks it too. */
export const bookingNote = v.optional(
  v.pipe(
    v.string(FIELD_TEXT.writeText),
    v.trim(),
    v.maxLength(LIMITS.bookingNoteChars, FIELD_TEXT.noteTooLong),
  ),
)

export const booking = {
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
      service: v.object({
        ...service.entries,
        /** What happens, in a few plain sentences. */
        about: v.string(),
        /** What to bring or mind. */
        bring: v.array(v.string()),
      }),
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

  /** Takes a place in a slot for the caller. A note is personal: it needs consent to the policy in force. */
  reserve: operation({
    kind: 'command',
    access: residents({ dependents: true }),
    input: v.object({ slotId: id, note: bookingNote }),
    output: booked,
    errors: [
      'NOT_FOUND',
      'SLOT_FULL',
      'SLOT_PAST',
      'SLOT_CLOSED',
      'ALREADY_BOOKED',
      'BOOKING_PENDING',
      'TIME_CLASH',
      'TOO_MANY_BOOKINGS',
      'CONSENT_NEEDED',
      'TAP_REUSED',
    ],
  }),

  /** Gives the caller's place back. */
  cancel: operation({
    kind: 'command',
    access: residents({ dependents: true }),
    input: v.object({ bookingId: id }),
    output: booked,
    errors: ['NOT_FOUND', 'ALREADY_CANCELLED', 'BOOKING_PENDING', 'BOOKING_PAST', 'TAP_REUSED'],
  }),

  /** The caller's bookings: those ahead first, soonest first; then the others, newest first. */
  listMine: operation({
    kind: 'query',
    access: residents({ dependents: true }),
    input: v.object({ after }),
    output: page(booked),
    errors: [],
  }),

  /** For the desk: a day's live bookings of the caller's community, by time. Today when no day is given. */
  listDay: operation({
    kind: 'query',
    access: holders(['staff'], { over: 'community', traced: true }),
    input: v.object({ day: v.optional(day), after }),
    output: v.object({ ...page(visit).entries, day }),
    errors: [],
  }),
}
