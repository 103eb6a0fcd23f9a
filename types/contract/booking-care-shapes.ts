import * as v from 'valibot'
import { need } from './booking-terms'
import { at, day } from './fields'

/** What the operations of home care show: entitlements, visits with their proof, and a month's account. */

/** One `unit` is a voucher, or a minute. */
export const unit = v.picklist(['voucher', 'minute'])
export type Unit = v.InferOutput<typeof unit>

const count = v.pipe(v.number(), v.integer())

/** What somebody may use at the government's expense (政府购买居家养老服务), and how much of it is used. */
export const entitled = v.object({
  entitlementId: v.string(),
  /** For services of this need, or for one service. */
  need: v.optional(need),
  serviceId: v.optional(v.string()),
  serviceName: v.optional(v.string()),
  unit,
  perMonth: count,
  fromDay: day,
  untilDay: day,
  /** Today: it holds, is still to begin, or is over. */
  state: v.picklist(['holds', 'ahead', 'over']),
  /** This month and the next. */
  months: v.array(
    v.object({
      month: v.string(),
      used: count,
      left: count,
      /** Booked before it was lowered or ended: more than it grants now. Those bookings stay. */
      over: count,
    }),
  ),
})
export type Entitled = v.InferOutput<typeof entitled>

/** How somebody showed that they were there at one end of a visit. */
export const proofKind = v.picklist(['code', 'digits', 'none'])
export type ProofKind = v.InferOutput<typeof proofKind>

/** Why there is no proof. */
export const noProof = v.picklist(['noPhone', 'noDigits', 'unwell', 'noNetwork', 'other'])
export type NoProof = v.InferOutput<typeof noProof>

/** A: the rolling code at both ends. B: both ends proved, digits among it. C: an end is not proved. */
export const grade = v.picklist(['A', 'B', 'C'])
export type Grade = v.InferOutput<typeof grade>

/**
 * Why somebody should look at a visit: shorter than it should be; an end not proved; the same worker elsewhere at
 * that time; proved from elsewhere (the two ends far apart, or far from where the other visits to this home were); begun
 * far too early or too late.
 */
export const flag = v.picklist(['short', 'unproved', 'overlapping', 'elsewhere', 'early', 'late'])
export type Flag = v.InferOutput<typeof flag>

/** `open`: not settled until somebody has looked. */
export const pay = v.picklist(['paid', 'unpaid', 'open'])
export type Pay = v.InferOutput<typeof pay>

/** When somebody came and went, and how they showed it. */
const ends = {
  inAt: v.optional(at),
  outAt: v.optional(at),
  proofIn: v.optional(proofKind),
  proofOut: v.optional(proofKind),
}

/** One visit for whoever makes it. */
export const careVisit = v.object({
  bookingId: v.string(),
  residentId: v.string(),
  /** In full, since they stand before the person; of the home only what leads there. */
  name: v.string(),
  home: v.optional(v.string()),
  serviceName: v.string(),
  where: v.picklist(['place', 'home']),
  place: v.string(),
  startsAt: at,
  endsAt: at,
  state: v.picklist(['ahead', 'in', 'done', 'cancelled']),
  ...ends,
  /** So many wrong digits were given that none are looked at any more, for the end that is next. */
  locked: v.optional(v.literal(true)),
  /** Taken from an entitlement: it is paid by its proof. */
  subsidised: v.optional(v.literal(true)),
  note: v.optional(v.string()),
  answers: v.optional(v.array(v.object({ ask: v.string(), answer: v.string() }))),
})
export type CareVisit = v.InferOutput<typeof careVisit>

/** One visit as it stands in the account. */
export const accountedVisit = v.object({
  bookingId: v.string(),
  residentId: v.string(),
  /** For staff alone. */
  name: v.optional(v.string()),
  serviceName: v.string(),
  startsAt: at,
  endsAt: at,
  ...ends,
  noProof: v.optional(noProof),
  /** How far the two ends lie apart, in metres, where both places are known. */
  apart: v.optional(count),
  grade,
  flags: v.array(flag),
  pay,
  unit,
  units: count,
  check: v.optional(v.object({ at, result: v.picklist(['paid', 'unpaid']), say: v.string() })),
})
export type AccountedVisit = v.InferOutput<typeof accountedVisit>

const units = v.object({ paid: count, unpaid: count, open: count })

/** Sums of visits. */
export const accountLine = v.object({
  visits: count,
  /** From coming to going, whole minutes. */
  minutes: count,
  vouchers: units,
  /** Minutes of entitlements, as booked. */
  unitMinutes: units,
  /** What the people pay on site themselves, in fen. */
  copayFen: count,
})
export type AccountLine = v.InferOutput<typeof accountLine>
