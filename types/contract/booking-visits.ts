import * as v from 'valibot'
import { doneBy } from './done-by'
import { at } from './fields'

/** What those whose work it is see of bookings: visits, a day, a week, and figures. */

const whole = v.pipe(v.number(), v.integer())

/** `came`: is here. `done`: the visit is over, with what was paid. `absent`: did not come. */
export const mark = v.picklist(['came', 'done', 'absent'])
export type Mark = v.InferOutput<typeof mark>

/** One booking as the desk sees it: who comes when, for what, and what to prepare. */
export const visit = v.object({
  bookingId: v.string(),
  /** Names the person in commands, so that the audit trail says of whom each was; nothing is known by it alone. */
  residentId: v.string(),
  slotId: v.string(),
  /** In full, since the desk calls people by it. */
  name: v.string(),
  /** Where they live; only where the service comes to their home. */
  home: v.optional(v.string()),
  serviceId: v.string(),
  serviceName: v.string(),
  place: v.string(),
  where: v.picklist(['place', 'home']),
  startsAt: at,
  endsAt: at,
  /** What is to be paid on site, in fen. */
  priceFen: whole,
  /** It is taken from an entitlement. */
  subsidised: v.optional(v.literal(true)),
  /** What the resident said, and who booked in their place; follows the booking within a minute or two. */
  note: v.optional(v.string()),
  answers: v.optional(v.array(v.object({ ask: v.string(), answer: v.string() }))),
  by: v.optional(doneBy),
  mark: v.optional(mark),
  markedAt: v.optional(at),
  /** The person showed their code: not only somebody's word stands for it that they came. */
  proved: v.optional(v.literal(true)),
  /** Until when the mark may be taken back. */
  undoUntil: v.optional(at),
  /** From when the person may be marked as absent; and as late, where the service gives the place away then. */
  absentFrom: at,
  lateFrom: v.optional(at),
  /** What was paid on site, as recorded; nothing is paid in the program. */
  paid: v.optional(v.object({ fen: whole, receiptNo: v.optional(v.string()) })),
  /** Something was written of the visit for the person; it is read by `readResult`. */
  hasResult: v.optional(v.literal(true)),
  /** It was given back, by whomever; of such a visit nothing is marked. */
  cancelled: v.optional(v.literal(true)),
})
export type Visit = v.InferOutput<typeof visit>

/** A time of a service at a glance. */
export const desk = v.object({
  slotId: v.string(),
  serviceId: v.string(),
  serviceName: v.string(),
  place: v.string(),
  where: v.picklist(['place', 'home']),
  startsAt: at,
  endsAt: at,
  capacity: whole,
  taken: whole,
  /** Free for anybody. */
  left: whole,
  /** How many wait, an offer in hand or not. */
  waiting: whole,
  closed: v.optional(v.literal(true)),
  /** A place that is free after the beginning is for who stands there: late ones lose theirs. */
  letsIn: v.optional(v.literal(true)),
})
export type DeskSlot = v.InferOutput<typeof desk>

/** A day of one service. */
export const dayOfService = v.object({
  day: v.string(),
  serviceId: v.string(),
  serviceName: v.string(),
  capacity: whole,
  taken: whole,
  waiting: whole,
  came: whole,
  absent: whole,
})
export type DayOfService = v.InferOutput<typeof dayOfService>

export const ageBand = v.picklist(['0-17', '18-59', '60-69', '70-79', '80+', 'unknown'])
export type AgeBand = v.InferOutput<typeof ageBand>

const counted = { booked: whole, came: whole, absent: whole, cancelled: whole }

/** How services were used. A group of fewer than five is hidden: `count` is left out. */
export const figures = v.object({
  total: v.object(counted),
  services: v.array(v.object({ serviceId: v.string(), serviceName: v.string(), ...counted })),
  months: v.array(v.object({ month: v.string(), ...counted })),
  /** Of bookings not cancelled, by the age of the person on the day. */
  ages: v.array(v.object({ band: ageBand, count: v.optional(whole) })),
})
export type Figures = v.InferOutput<typeof figures>

/** What somebody said of a visit, without who it was. */
export const rated = v.object({
  ratingId: v.string(),
  serviceName: v.string(),
  month: v.string(),
  stars: whole,
  words: v.optional(v.string()),
  /** WeChat's check was unsure: staff decide whether the provider reads the words. */
  held: v.optional(v.literal(true)),
})
export type Rated = v.InferOutput<typeof rated>
