import * as v from 'valibot'
import { at } from './fields'

/** What booking tells people (message-inbox.ts). `name`: of whom, when the reader acts for them. */
export const bookingFacts = [
  /** The desk, or who gives it, booked a visit in the person's place. */
  v.object({
    kind: v.literal('bookingMade'),
    by: v.picklist(['desk', 'provider']),
    serviceName: v.string(),
    startsAt: at,
    place: v.string(),
    where: v.picklist(['place', 'home']),
    name: v.optional(v.string()),
  }),
  /** A visit was cancelled by what became of the person, or by who gives it; then `say` is why, in their words. */
  v.object({
    kind: v.literal('bookingCancelled'),
    serviceName: v.string(),
    startsAt: at,
    because: v.picklist(['movedOut', 'death', 'merged', 'provider']),
    say: v.optional(v.string()),
    name: v.optional(v.string()),
  }),
  /** Who gives a visit moved it to another time. */
  v.object({
    kind: v.literal('bookingMoved'),
    serviceName: v.string(),
    /** When it was, and when it is now. */
    from: at,
    startsAt: at,
    say: v.string(),
    name: v.optional(v.string()),
  }),
  /** A visit is on the next day (`eve`), or in two hours (`soon`), with what to bring and to do before. */
  v.object({
    kind: v.literal('bookingReminder'),
    when: v.picklist(['eve', 'soon']),
    serviceName: v.string(),
    startsAt: at,
    place: v.string(),
    where: v.picklist(['place', 'home']),
    bring: v.array(v.string()),
    prepare: v.array(v.string()),
    name: v.optional(v.string()),
  }),
  /** A visit was missed; where it was one too many, until when only the desk books. */
  v.object({
    kind: v.literal('bookingMissed'),
    serviceName: v.string(),
    startsAt: at,
    barredUntil: v.optional(at),
    name: v.optional(v.string()),
  }),
  /** A place is kept for whoever waited, until then. */
  v.object({
    kind: v.literal('offerMade'),
    slotId: v.string(),
    serviceName: v.string(),
    startsAt: at,
    until: at,
    name: v.optional(v.string()),
  }),
  /** The offer ran out; or the line ended, and no place had come free. */
  v.object({
    kind: v.picklist(['offerLapsed', 'waitEnded']),
    serviceName: v.string(),
    startsAt: at,
    name: v.optional(v.string()),
  }),
] as const
