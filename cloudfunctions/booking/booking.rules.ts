import type { DoneBy } from '../../types/contract/done-by'
import type { Booked, Slot as SlotView } from '../../types/contract/booking'
import type { Need, Terms } from '../../types/contract/booking-terms'
import type { ErrorCode } from '../../types/contract/errors'
import type { Claim, EndedClaim } from '../shared/diary.rules'
import { addDays, dayOf, MINUTE } from '../shared/time'

/** A place taken in a slot. */
export interface Seat {
  bookingId: string
  at: number
  /** What the person is called, for those whose work it is to call them. */
  name?: string
  /** Where they live, where the service comes to their home. */
  home?: string
}

/** What the rules need to know of a slot. */
export interface SlotFacts {
  _id: string
  serviceId: string
  need: Need
  startsAt: number
  endsAt: number
  capacity: number
  /** Places that are neither taken nor offered. */
  left: number
  state: 'open' | 'closed'
  terms: Terms
  /** By residentId. */
  seats: Record<string, Seat>
  /** Who waits, first come first; and whose turn it is. */
  queue: readonly { residentId: string }[]
  offers: readonly { residentId: string; until: number }[]
  /** What the ticker has yet to do; each entry is of one resident. */
  outbox: readonly { residentId: string }[]
}

/** What a visit takes from somebody's entitlement. */
export interface SubsidyUse {
  entitlementId: string
  unit: 'voucher' | 'minute'
  units: number
  /** '2026-11' */
  month: string
}

/** What a booking shows of its slot; kept in the claim, so that "my bookings" reads the diary alone. */
export interface ClaimView {
  serviceId: string
  serviceName: string
  place: string
  where?: 'place' | 'home'
  providerName?: string
  /** What is paid on site. */
  priceFen?: number
  subsidy?: SubsidyUse
  /** Until when it may be cancelled or changed, epoch ms. */
  cancelUntil?: number
  bookedAt: number
  /** Those who give it brought it here: from when, and why; a closure's id where it was one. */
  moved?: { from: number; say: string; closureId?: string }
  /** Why those who give it cancelled it. */
  cancelledWhy?: string
  /** It had begun when it was taken: staff let somebody in whose place another did not come for. */
  walkIn?: true
  /** Who booked, and who cancelled, in the resident's place. */
  by?: DoneBy
  cancelledBy?: DoneBy
}

export type BookingClaim = Claim<ClaimView>

/** How many entries of one resident may wait in a slot's outbox. */
const ENTRIES_WAITING = 20

type SlotRefusal = Extract<
  ErrorCode,
  'SLOT_PAST' | 'SLOT_CLOSED' | 'BOOKING_TOO_LATE' | 'BOOKING_TOO_EARLY'
>

/** For whom a slot is open beside those who book it. */
export interface OpenFor {
  /** Staff let somebody in who stands there: also after the beginning, where a late one's place is given away. */
  walkIn?: boolean | undefined
  /** Those who give it move a visit here: how long before does not matter. */
  atWork?: boolean | undefined
}

/** Has it begun, and may staff still let somebody in who stands there? */
const letsIn = (
  { startsAt, endsAt, terms }: Pick<SlotFacts, 'startsAt' | 'endsAt' | 'terms'>,
  now: number,
): boolean => startsAt <= now && now < endsAt && terms.lateMinutes !== undefined

/** Why nobody may take a place in this slot now, full or not; null where it is open for booking. */
export function decideOpen(
  slot: Pick<SlotFacts, 'startsAt' | 'endsAt' | 'state' | 'terms'>,
  now: number,
  { walkIn = false, atWork = false }: OpenFor = {},
): SlotRefusal | null {
  const { startsAt, state, terms } = slot
  const letIn = walkIn && letsIn(slot, now)
  if (startsAt <= now && !letIn) return 'SLOT_PAST'
  if (state === 'closed') return 'SLOT_CLOSED'
  if (atWork || letIn) return null
  if (startsAt - terms.leadMinutes * MINUTE < now) return 'BOOKING_TOO_LATE'
  const firstClosedDay = addDays(dayOf(now), terms.aheadDays + 1)
  return dayOf(startsAt) >= firstClosedDay ? 'BOOKING_TOO_EARLY' : null
}

/** Whether this resident may take the place that is kept for them. */
export const hasOffer = (
  { offers }: Pick<SlotFacts, 'offers'>,
  residentId: string,
  now: number,
): boolean => offers.some((offer) => offer.residentId === residentId && offer.until > now)

/**
 * Why there is no place for this resident; null where there is one. Who waits comes before who walks in, until it
 * begins.
 */
export function decideRoom(
  slot: Pick<SlotFacts, 'startsAt' | 'left' | 'queue' | 'offers' | 'outbox'>,
  residentId: string,
  now: number,
): Extract<ErrorCode, 'SLOT_FULL' | 'BUSY'> | null {
  if (
    !hasOffer(slot, residentId, now) &&
    (slot.left < 1 || (slot.queue.length > 0 && slot.startsAt > now))
  )
    return 'SLOT_FULL'
  // Booking and cancelling over and over would make the slot's document grow until the ticker comes.
  const waiting = slot.outbox.filter((entry) => entry.residentId === residentId)
  return waiting.length >= ENTRIES_WAITING ? 'BUSY' : null
}

/**
 * Why the place could not be taken, from the slot as it stands just after; null when nothing speaks
 * against another try (the last place was taken, and given back since).
 */
export function decideTaken(
  slot: SlotFacts | null,
  residentId: string,
  now: number,
  open: OpenFor = {},
): SlotRefusal | Extract<ErrorCode, 'NOT_FOUND' | 'SLOT_FULL' | 'BOOKING_PENDING'> | null {
  if (!slot) return 'NOT_FOUND'
  const refusal = decideOpen(slot, now, open)
  if (refusal) return refusal
  // A seat without a claim: what a call that died left there, and the ticker is about to free.
  if (slot.seats[residentId]) return 'BOOKING_PENDING'
  const full = decideRoom(slot, residentId, now)
  return full === 'BUSY' ? null : full
}

/** Why this booking may not be cancelled or changed now; null when it may. Who works there may until it begins. */
export function decideCancel(
  claim: Pick<BookingClaim, 'from'> & { view: Pick<ClaimView, 'cancelUntil'> },
  now: number,
  { atWork = false }: { atWork?: boolean } = {},
): Extract<ErrorCode, 'BOOKING_PAST' | 'CANCEL_TOO_LATE'> | null {
  if (claim.from <= now) return 'BOOKING_PAST'
  const until = claim.view.cancelUntil ?? claim.from
  return !atWork && until < now ? 'CANCEL_TOO_LATE' : null
}

/** Why those who give a visit may not take it back any more: it is over. */
export const decideGiveBack = ({ to }: Pick<BookingClaim, 'to'>, now: number) =>
  to <= now ? ('BOOKING_PAST' as const) : null

/** Why those who give a visit took it back, in their words. */
export const whyCancelled = ({
  because,
}: {
  because?: { kind: string; say?: string } | undefined
}): string | undefined => (because?.kind === 'provider' ? because.say : undefined)

/** Does this resident hold the slot's seat by this very booking? */
export const hasSeat = (
  slot: Pick<SlotFacts, 'seats'> | null,
  residentId: string,
  bookingId: string,
): boolean => slot?.seats[residentId]?.bookingId === bookingId

/** The claim as it is once it is cancelled, with who did it in the resident's place. */
export const cancelledClaim = (
  claim: BookingClaim,
  by: DoneBy | undefined,
  why?: string,
): BookingClaim => ({
  ...claim,
  view: {
    ...claim.view,
    ...(by ? { cancelledBy: by } : {}),
    ...(why === undefined ? {} : { cancelledWhy: why }),
  },
})

/** A slot's id says what it is: `<serviceId>_<placeId>_<startsAt>`. */
export const slotIdOf = (serviceId: string, placeId: string, startsAt: number): string =>
  `${serviceId}_${placeId}_${startsAt}`

/** When a slot begins, by its id; 0 where the id is none of ours. */
export const startOfSlot = (slotId: string): number => Number(/_(\d{13})$/.exec(slotId)?.[1] ?? 0)

/** The slot of the same service and place so much later; undefined where the id is none of ours. */
export function laterSlotId(slotId: string, ms: number): string | undefined {
  const [, before, startsAt] = /^(.+)_(\d{13})$/.exec(slotId) ?? []
  return before === undefined ? undefined : `${before}_${Number(startsAt) + ms}`
}

/** The id of one taking of a place: never used again, so nothing said of it is ever said of another. */
export const bookingIdOf = (slotId: string, unique: string): string => `${slotId}_${unique}`

/** The slot of a booking, by the booking's id; empty where the id is none of ours. */
export const slotOfBooking = (bookingId: string): string =>
  /^(.+)_[^_]+$/.exec(bookingId)?.[1] ?? ''

/** A slot as a resident sees it. */
export function presentSlot(
  slot: Omit<SlotFacts, 'outbox'>,
  residentId: string,
  now: number,
): SlotView {
  const { _id, serviceId, startsAt, endsAt, capacity, seats } = slot
  const own = seats[residentId]
  const waited = slot.queue.findIndex((one) => one.residentId === residentId)
  const offer = slot.offers.find((one) => one.residentId === residentId && one.until > now)
  const full = decideRoom({ ...slot, outbox: [] }, residentId, now) !== null
  const left = full ? 0 : offer ? 1 : slot.left
  return {
    slotId: _id,
    serviceId,
    startsAt,
    endsAt,
    capacity,
    left,
    state: stateOf(slot, full, now),
    ...(own ? { bookingId: own.bookingId } : {}),
    ...(full ? { waiting: slot.queue.length } : {}),
    ...(waited >= 0 ? { inLine: waited + 1 } : {}),
    ...(offer ? { offerUntil: offer.until } : {}),
  }
}

const STATE_OF: Readonly<Record<SlotRefusal, SlotView['state']>> = {
  SLOT_PAST: 'past',
  SLOT_CLOSED: 'closed',
  BOOKING_TOO_LATE: 'late',
  BOOKING_TOO_EARLY: 'early',
}

function stateOf(
  slot: Pick<SlotFacts, 'startsAt' | 'endsAt' | 'state' | 'terms'>,
  full: boolean,
  now: number,
): SlotView['state'] {
  const refusal = decideOpen(slot, now)
  if (refusal) return STATE_OF[refusal]
  return full ? 'full' : 'open'
}

/** A claim as a resident sees it, without its note (notes.ts). */
export function presentClaim(
  claim: Claim | EndedClaim,
  standing: 'held' | 'kept' | 'ended',
  now: number,
): Booked {
  const view = claim.view as ClaimView
  const { bookedAt, serviceId, serviceName, place, by, cancelledBy } = view
  const { where, providerName, priceFen, subsidy, cancelUntil, moved, cancelledWhy } = view
  const say = cancelledWhy ?? moved?.say
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
    ...(where === undefined ? {} : { where }),
    ...(providerName === undefined ? {} : { providerName }),
    ...(priceFen === undefined ? {} : { priceFen }),
    ...(subsidy === undefined ? {} : { subsidised: true as const }),
    ...(cancelUntil === undefined ? {} : { cancelUntil }),
    ...(by ? { by } : {}),
    ...('endedAt' in claim ? { cancelledAt: claim.endedAt } : {}),
    ...(say === undefined ? {} : { say }),
    ...(cancelledBy ? { cancelledBy } : {}),
  }
}
