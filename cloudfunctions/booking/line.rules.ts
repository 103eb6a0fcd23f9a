import type { MyWait } from '../../types/contract/booking-shapes'
import type { ErrorCode } from '../../types/contract/errors'
import { LIMITS } from '../../types/contract/limits'
import type { Diary } from '../shared/diary.rules'
import type { PersonFacts } from '../shared/person-facts.rules'
import { dueAfterQuiet } from '../shared/quiet-hours.rules'
import { dayOf, MINUTE } from '../shared/time'
import type { Offer, SlotDoc, Waiting } from './booking.docs'
import { decideOpen, hasOffer } from './booking.rules'
import { decideEligible } from './eligible.rules'
import { barredUntil } from './strikes.rules'

/** Waiting for a place (候补). The line stands in the slot: who joined first is served first. */

/** What of a slot its line is moved by. */
export type LineFacts = Pick<
  SlotDoc,
  '_id' | 'startsAt' | 'endsAt' | 'state' | 'terms' | 'left' | 'seats' | 'queue' | 'offers'
>

/** When a slot's booking closes, and with it the line. */
export const closesAt = ({ startsAt, terms }: Pick<LineFacts, 'startsAt' | 'terms'>): number =>
  startsAt - terms.leadMinutes * MINUTE

/** Who wants to wait. */
export interface Joining {
  residentId: string
  facts: PersonFacts
  diary: Pick<Diary, 'strikes'> | null
  byDesk: boolean
  /** Other slots that they wait for. */
  waitsElsewhere: number
}

export type JoinRefusal =
  | NonNullable<ReturnType<typeof decideOpen>>
  | NonNullable<ReturnType<typeof decideEligible>>
  | Extract<
      ErrorCode,
      | 'NO_WAITLIST'
      | 'PLACES_LEFT'
      | 'ALREADY_WAITING'
      | 'ALREADY_BOOKED'
      | 'WAITLIST_FULL'
      | 'TOO_MANY_WAITS'
      | 'BARRED'
    >

/**
 * Why this person may not wait for a place in this slot; null when they may. What else they have at that time, and
 * their limits, count when the place is theirs to take: they may change a booking into it.
 */
export function decideJoin(slot: LineFacts, joining: Joining, now: number): JoinRefusal | null {
  const { residentId, facts, diary, byDesk, waitsElsewhere } = joining
  const refusal =
    decideOpen(slot, now) ?? decideEligible(slot.terms.who, facts, dayOf(slot.startsAt))
  if (refusal) return refusal
  if (slot.terms.strikes && !byDesk && barredUntil(diary?.strikes ?? [], now) !== null)
    return 'BARRED'
  if (slot.seats[residentId]) return 'ALREADY_BOOKED'
  if (slot.queue.some((one) => one.residentId === residentId)) return 'ALREADY_WAITING'
  if (hasOffer(slot, residentId, now)) return 'PLACES_LEFT'
  if (slot.terms.offerMinutes === 0) return 'NO_WAITLIST'
  if (slot.left > 0 && slot.queue.length === 0) return 'PLACES_LEFT'
  if (slot.queue.length >= LIMITS.waiting) return 'WAITLIST_FULL'
  return waitsElsewhere >= LIMITS.waitsOfOne ? 'TOO_MANY_WAITS' : null
}

/** Places offered in one update. */
export const OFFERS_AT_ONCE = 20

/** What a line needs, one step at a time. */
export type LineStep =
  /** Offers that ran out, or that a closed slot cannot keep. */
  | { kind: 'lapse'; offers: readonly Offer[] }
  /** The slot takes nobody any more. */
  | { kind: 'end'; waiting: readonly Waiting[] }
  /** Whoever heads the line has a seat already: another record's that was merged into theirs. */
  | { kind: 'skip'; waiting: Waiting }
  /** The first in the line are offered the places that are free. */
  | { kind: 'offer'; waiting: readonly Waiting[]; until: number }

/** The next step of a line; null when all rests until `nextLook`. */
export function nextStep(slot: LineFacts, now: number): LineStep | null {
  const { queue, offers, left, seats } = slot
  const refusal = decideOpen(slot, now)
  const over = refusal !== null && refusal !== 'BOOKING_TOO_EARLY'
  const lapsed = offers.filter(({ until }) => over || until <= now)
  if (lapsed.length > 0) return { kind: 'lapse', offers: lapsed }
  if (queue.length === 0) return null
  if (over) return { kind: 'end', waiting: queue }
  if (left < 1) return null
  const seated = queue.findIndex(({ residentId }) => seats[residentId] !== undefined)
  const [first] = queue
  if (seated === 0 && first) return { kind: 'skip', waiting: first }
  const most = Math.min(left, OFFERS_AT_ONCE, seated < 0 ? Infinity : seated)
  return { kind: 'offer', waiting: queue.slice(0, most), until: holdsUntil(slot, now) }
}

/**
 * Until when an offer made now holds: for the service's time, which begins when people are told. Nobody is told at
 * night (quiet-hours.rules.ts).
 */
const holdsUntil = (slot: LineFacts, now: number): number =>
  Math.min(dueAfterQuiet(now) + slot.terms.offerMinutes * MINUTE, closesAt(slot))

/** When the line is looked at next; null when nobody waits and nothing is offered. */
export function nextLook(
  slot: Pick<LineFacts, 'queue' | 'offers' | 'startsAt' | 'terms'>,
): number | null {
  const times = slot.offers.map(({ until }) => until)
  if (slot.queue.length > 0) times.push(closesAt(slot))
  return times.length > 0 ? Math.min(...times) : null
}

type Waited = Pick<
  SlotDoc,
  '_id' | 'serviceId' | 'serviceName' | 'place' | 'startsAt' | 'endsAt'
> & {
  queue: readonly { residentId: string }[]
  offers: readonly { residentId: string; until: number }[]
}

/** What somebody waits for, as they see it: the slots ahead, soonest first. */
export function presentWaits(slots: readonly Waited[], residentId: string, now: number): MyWait[] {
  const bySlot = new Map(slots.map((slot) => [slot._id, slot]))
  return [...bySlot.values()]
    .filter(({ startsAt }) => startsAt > now)
    .sort((a, b) => a.startsAt - b.startsAt)
    .flatMap(({ _id, serviceId, serviceName, place, startsAt, endsAt, queue, offers }) => {
      const at = queue.findIndex((one) => one.residentId === residentId)
      const offer = offers.find((one) => one.residentId === residentId && one.until > now)
      if (at < 0 && !offer) return []
      return [
        {
          ...{ slotId: _id, serviceId, serviceName, place, startsAt, endsAt },
          ...(at < 0 ? {} : { inLine: at + 1 }),
          ...(offer ? { offerUntil: offer.until } : {}),
        },
      ]
    })
}
