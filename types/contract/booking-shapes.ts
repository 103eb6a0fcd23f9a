import * as v from 'valibot'
import { need, serviceCategory, terms } from './booking-terms'
import { doneBy } from './done-by'
import { ERROR_CODES, type ErrorCode } from './errors'
import { at } from './fields'

/** What the operations of booking show: services, their times, and bookings. */

export const service = v.object({
  serviceId: v.string(),
  name: v.string(),
  need,
  category: serviceCategory,
  /** One line: what it is. */
  summary: v.string(),
  /** Who gives it. */
  providerName: v.string(),
  where: v.picklist(['place', 'home']),
  place: v.string(),
  /** Price in fen, paid on site; 0 is free. */
  priceFen: v.pipe(v.number(), v.integer()),
  /** What is paid on site where the visit is taken from an entitlement. */
  subsidisedFen: v.optional(v.pipe(v.number(), v.integer())),
  /** How long one visit takes, in minutes. */
  minutes: v.pipe(v.number(), v.integer()),
})
export type Service = v.InferOutput<typeof service>

/** All that a service's own screen says of it. */
export const serviceDetail = v.object({
  ...service.entries,
  /** What happens, in a few plain sentences. */
  about: v.string(),
  /** What to bring. */
  bring: v.array(v.string()),
  /** What to do before. */
  prepare: v.array(v.string()),
  /** Addresses of pictures, good for ten minutes. */
  pictures: v.array(v.string()),
  /** Whom to ask. */
  phone: v.optional(v.string()),
  terms,
})
export type ServiceDetail = v.InferOutput<typeof serviceDetail>

export const slot = v.object({
  slotId: v.string(),
  serviceId: v.string(),
  startsAt: at,
  endsAt: at,
  capacity: v.pipe(v.number(), v.integer()),
  /** Places the caller could take. */
  left: v.pipe(v.number(), v.integer()),
  /** `late`, `early`: it cannot be booked any more, or not yet. */
  state: v.picklist(['open', 'full', 'closed', 'past', 'late', 'early']),
  /**
   * What speaks against an open one: another visit of the person's at that time, or a limit that is reached, of the
   * person or of their home.
   */
  against: v.optional(v.picklist(['clash', 'limit', 'homeLimit'])),
  /** The caller's own live booking in this slot. */
  bookingId: v.optional(v.string()),
  /** Of a full one: how many wait. */
  waiting: v.optional(v.pipe(v.number(), v.integer())),
  /** The caller's own place in the line, from 1. */
  inLine: v.optional(v.pipe(v.number(), v.integer())),
  /** A place is kept for the caller until then. */
  offerUntil: v.optional(at),
})
export type Slot = v.InferOutput<typeof slot>

export const booked = v.object({
  bookingId: v.string(),
  slotId: v.string(),
  serviceId: v.string(),
  serviceName: v.string(),
  place: v.string(),
  where: v.optional(v.picklist(['place', 'home'])),
  providerName: v.optional(v.string()),
  startsAt: at,
  endsAt: at,
  /** What is paid on site, in fen. */
  priceFen: v.optional(v.pipe(v.number(), v.integer())),
  /** It is taken from an entitlement. */
  subsidised: v.optional(v.literal(true)),
  /** Until when the caller may cancel or change it. */
  cancelUntil: v.optional(at),
  /**
   * `pending`: being made, settles within two minutes. `booked`: the place is the resident's.
   * `done`: the time is over. `absent`: the resident did not come. `cancelled`: given back.
   */
  state: v.picklist(['pending', 'booked', 'done', 'absent', 'cancelled']),
  note: v.optional(v.string()),
  /** What the service asked, and the answers. */
  answers: v.optional(v.array(v.object({ ask: v.string(), answer: v.string() }))),
  bookedAt: at,
  /** Who booked in the resident's place. */
  by: v.optional(doneBy),
  /** It is over, and the person has not said yet how it was; in lists. */
  mayRate: v.optional(v.literal(true)),
  cancelledAt: v.optional(at),
  cancelledBy: v.optional(doneBy),
  /** Why those who give it moved or cancelled it, in their words. */
  say: v.optional(v.string()),
})
export type Booked = v.InferOutput<typeof booked>

/** How one of several wishes of a tap ended: with a booking, or with why not. */
export const outcome = v.object({
  residentId: v.string(),
  /** What the person is called. */
  name: v.string(),
  slotId: v.string(),
  startsAt: at,
  booked: v.optional(booked),
  code: v.optional(v.picklist(Object.keys(ERROR_CODES) as ErrorCode[])),
  /** Why not, and what to do. */
  say: v.optional(v.string()),
})
export type Outcome = v.InferOutput<typeof outcome>

/** A slot that somebody waits for. */
export const myWait = v.object({
  slotId: v.string(),
  serviceId: v.string(),
  serviceName: v.string(),
  place: v.string(),
  startsAt: at,
  endsAt: at,
  /** Their place in the line, from 1. */
  inLine: v.optional(v.pipe(v.number(), v.integer())),
  /** A place is kept for them until then. */
  offerUntil: v.optional(at),
})
export type MyWait = v.InferOutput<typeof myWait>

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
  /** Slots that the caller waits for, offers first, at most three. */
  waits: v.array(myWait),
  kinds: v.array(serviceKind),
  /** The first of the list, at most three. */
  services: v.array(service),
})
export type HomeBooking = v.InferOutput<typeof homeBooking>
