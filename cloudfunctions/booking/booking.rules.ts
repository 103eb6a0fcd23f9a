import type { DoneBy } from '../../types/contract/done-by'
import type { Booked, Slot as SlotView } from '../../types/contract/booking'
import type { ErrorCode } from '../../types/contract/errors'
import { LIMITS } from '../../types/contract/limits'
import {
  type Claim,
  claimsAhead,
  clashes,
  type Diary,
  type EndedClaim,
} from '../shared/diary.rules'

/** A place taken in a slot. */
export interface Seat {
  bookingId: string
  at: number
}

/** What the rules need to know of a slot. */
export interface SlotFacts {
  _id: string
  serviceId: string
  startsAt: number
  endsAt: number
  capacity: number
  left: number
  state: 'open' | 'closed'
  /** By residentId. */
  seats: Record<string, Seat>
  /** What the ticker has yet to do; each entry is of one resident. */
  outbox: readonly { residentId: string }[]
}

/** What a booking shows of its slot; kept in the claim, so that "my bookings" reads the diary alone. */
export interface ClaimView {
  serviceId: string
  serviceName: string
  place: string
  bookedAt: number
  /** Who booked, and who cancelled, in the resident's place. */
  by?: DoneBy
  cancelledBy?: DoneBy
}

export type BookingClaim = Claim<ClaimView>

/** Why this resident may not take a place in this slot now; null when they may. */
export function decideReserve(
  slot: SlotFacts,
  diary: Diary,
  now: number,
): Extract<
  ErrorCode,
  | 'SLOT_CLOSED'
  | 'SLOT_PAST'
  | 'SLOT_FULL'
  | 'ALREADY_BOOKED'
  | 'BOOKING_PENDING'
  | 'TIME_CLASH'
  | 'TOO_MANY_BOOKINGS'
  | 'BUSY'
> | null {
  if (slot.startsAt <= now) return 'SLOT_PAST'
  if (slot.state === 'closed') return 'SLOT_CLOSED'
  const atThatTime = clashes(diary, { from: slot.startsAt, to: slot.endsAt })
  const here = atThatTime.find(({ place }) => place === slot._id)
  if (here) return diary.held.includes(here) ? 'BOOKING_PENDING' : 'ALREADY_BOOKED'
  if (atThatTime.length > 0) return 'TIME_CLASH'
  if (claimsAhead(diary, now).length >= LIMITS.liveBookings) return 'TOO_MANY_BOOKINGS'
  if (slot.left < 1) return 'SLOT_FULL'
  // Booking and cancelling over and over would make the slot's document grow until the ticker comes.
  const waiting = slot.outbox.filter(({ residentId }) => residentId === diary._id)
  return waiting.length >= ENTRIES_WAITING ? 'BUSY' : null
}

/** How many entries of one resident may wait in a slot's outbox. */
const ENTRIES_WAITING = 20

/**
 * Why the place could not be taken, from the slot as it stands just after; null when nothing speaks
 * against another try (the last place was taken, and given back since).
 */
export function decideTaken(
  slot: SlotFacts | null,
  residentId: string,
  now: number,
): Extract<
  ErrorCode,
  'NOT_FOUND' | 'SLOT_PAST' | 'SLOT_CLOSED' | 'SLOT_FULL' | 'BOOKING_PENDING'
> | null {
  if (!slot) return 'NOT_FOUND'
  if (slot.startsAt <= now) return 'SLOT_PAST'
  if (slot.state === 'closed') return 'SLOT_CLOSED'
  // A seat without a claim: what a call that died left there, and the ticker is about to free.
  if (slot.seats[residentId]) return 'BOOKING_PENDING'
  return slot.left < 1 ? 'SLOT_FULL' : null
}

/** Why this booking may not be cancelled now; null when it may. */
export function decideCancel(
  claim: Pick<Claim, 'from'>,
  now: number,
): Extract<ErrorCode, 'BOOKING_PAST'> | null {
  return claim.from <= now ? 'BOOKING_PAST' : null
}

/** Does this resident hold the slot's seat by this very booking? */
export const hasSeat = (
  slot: Pick<SlotFacts, 'seats'> | null,
  residentId: string,
  bookingId: string,
): boolean => slot?.seats[residentId]?.bookingId === bookingId

/** The claim as it is once it is cancelled, with who did it in the resident's place. */
export const cancelledClaim = (claim: BookingClaim, by: DoneBy | undefined): BookingClaim =>
  by ? { ...claim, view: { ...claim.view, cancelledBy: by } } : claim

/** The id of one taking of a place: never used again, so nothing said of it is ever said of another. */
export const bookingIdOf = (slotId: string, unique: string): string => `${slotId}_${unique}`

/** A slot as a resident sees it. */
export function presentSlot(
  slot: Omit<SlotFacts, 'outbox'>,
  residentId: string,
  now: number,
): SlotView {
  const { _id, serviceId, startsAt, endsAt, capacity, left, seats } = slot
  const own = seats[residentId]
  const state =
    startsAt <= now ? 'past' : slot.state === 'closed' ? 'closed' : left < 1 ? 'full' : 'open'
  return {
    slotId: _id,
    serviceId,
    startsAt,
    endsAt,
    capacity,
    left,
    state,
    ...(own ? { bookingId: own.bookingId } : {}),
  }
}

/** A claim as a resident sees it, without its note (notes.ts). */
export function presentClaim(
  claim: Claim | EndedClaim,
  standing: 'held' | 'kept' | 'ended',
  now: number,
): Booked {
  const view = claim.view as ClaimView
  const { bookedAt, serviceId, serviceName, place, by, cancelledBy } = view
  const state = { held: 'pending', kept: 'booked', ended: 'cancelled' } as const
  return {
    bookingId: claim.id,
    slotId: claim.place,
    serviceId,
    serviceName,
    place,
    startsAt: claim.from,
    endsAt: claim.to,
    state: standing === 'kept' && claim.to <= now ? 'done' : state[standing],
    bookedAt,
    ...(by ? { by } : {}),
    ...('endedAt' in claim ? { cancelledAt: claim.endedAt } : {}),
    ...(cancelledBy ? { cancelledBy } : {}),
  }
}
