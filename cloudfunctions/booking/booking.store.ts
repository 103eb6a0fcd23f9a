import type { AgeBand } from '../../types/contract/booking-visits'
import { _, collection } from '../shared/db'
import { listKeyOf } from '../shared/list-key.rules'
import { keyIdOf } from '../shared/seal'
import { drainOutbox, outboxPush } from '../shared/outbox'
import type { Tap } from '../shared/taps'
import type { Because, BookingDoc, SeatEntry, SlotDoc } from './booking.docs'
import { type BookingClaim, type Seat, whyCancelled } from './booking.rules'
import { nextReminder } from './day/remind.rules'

const slots = collection<SlotDoc>('slots')
const bookings = collection<BookingDoc>('bookings')

export const findSlot = (slotId: string): Promise<SlotDoc | null> => slots.find(slotId)

export const findSlots = (slotIds: readonly string[]): Promise<SlotDoc[]> => slots.findMany(slotIds)

export const findBooking = (bookingId: string): Promise<BookingDoc | null> =>
  bookings.find(bookingId)

const withoutNote = ({ note: _note, ...claim }: BookingClaim) => claim

/** Who takes a place, as those whose work it is call them. */
export interface Taker {
  residentId: string
  name: string
  home?: string | undefined
}

/**
 * Takes a place for the claim if one is left that nobody waits for, the slot is open and ahead, and the resident has
 * none in it. The conditions commute, so that any number of residents may try at once. `offered`: the place that is
 * kept for the resident, as long as it is.
 */
export function takeSeat(
  taker: Taker,
  claim: BookingClaim,
  { now, offered = false }: { now: number; offered?: boolean },
): Promise<boolean> {
  const { residentId, name, home } = taker
  const entry: SeatEntry = {
    id: `${claim.id}:booked`,
    rev: 1,
    at: claim.view.bookedAt,
    kind: 'booked',
    residentId,
    claim: withoutNote(claim),
  }
  const atHome = claim.view.where === 'home' && home !== undefined
  // Who walks in takes a place that nobody who waits could take any more.
  const open = claim.view.walkIn ? { endsAt: _.gt(now) } : { startsAt: _.gt(now) }
  const first = claim.view.walkIn ? {} : { 'queue.0': _.exists(false) }
  const seat: Seat = { bookingId: claim.id, at: claim.at, name, ...(atHome ? { home } : {}) }
  return slots.updateOne(
    claim.place,
    {
      state: 'open',
      ...open,
      [`seats.${residentId}`]: _.exists(false),
      ...(offered
        ? { offers: _.elemMatch({ residentId: _.eq(residentId), until: _.gt(now) }) }
        : { left: _.gte(1), ...first }),
    },
    {
      ...(offered ? { offers: _.pull({ residentId: _.eq(residentId) }) } : { left: _.inc(-1) }),
      [`seats.${residentId}`]: seat,
      outbox: outboxPush(entry),
    },
  )
}

/**
 * Gives the place of this very booking back; false when the resident does not have it (any more).
 * `tap` is the tap that cancelled, if the resident did; `because`: why somebody else did.
 */
export function giveSeatBack(
  residentId: string,
  claim: BookingClaim,
  now: number,
  { tap, because }: { tap?: Tap; because?: Because } = {},
): Promise<boolean> {
  const entry: SeatEntry = {
    id: `${claim.id}:cancelled`,
    rev: 2,
    at: now,
    kind: 'cancelled',
    residentId,
    claim: withoutNote(claim),
    ...(tap ? { tap } : {}),
    ...(because === undefined ? {} : { because }),
  }
  return slots.updateOne(
    claim.place,
    { [`seats.${residentId}.bookingId`]: claim.id },
    {
      left: _.inc(1),
      [`seats.${residentId}`]: _.remove(),
      outbox: outboxPush(entry),
    },
  )
}

/** Delivers the slots' outboxes; see `drainOutbox`. */
export const drainSlots = (deliver: (docs: readonly SlotDoc[]) => Promise<void>): Promise<number> =>
  drainOutbox(slots, deliver)

/** Whose a row is. */
interface RowOwner {
  owner: string
  note?: string | undefined
  ageBand?: AgeBand | undefined
}

/**
 * Writes what an entry says into the booking's row, unless the row knows something newer. `owner`: whose it
 * is by now; `note`: what the diary has of it, sealed.
 */
export async function applyToRow(
  slot: SlotDoc,
  entry: SeatEntry,
  { owner, note, ageBand }: RowOwner,
): Promise<void> {
  const row = {
    ...rowOf(slot, entry, note),
    residentId: owner,
    ...(ageBand === undefined ? {} : { ageBand }),
  }
  if ((await bookings.insert(row)) === 'inserted') return
  if (entry.kind === 'cancelled') {
    const { state, rev, cancelledAt, cancelledBy, because, say } = row
    const change = {
      ...{ state, rev, cancelledAt },
      ...(cancelledBy ? { cancelledBy } : {}),
      ...(because ? { because } : {}),
      ...(say === undefined ? {} : { say }),
      // Nobody is reminded of it any more, and what it counted for is counted anew.
      ...{ remindAt: _.remove(), remind: _.remove(), figuresAt: cancelledAt },
    }
    await bookings.updateOne(row._id, { rev: _.lt(rev) }, change)
  }
}

function rowOf(slot: SlotDoc, entry: SeatEntry, note: string | undefined): BookingDoc {
  const { id, view } = entry.claim
  const { bookedAt, by, cancelledBy, subsidy, moved } = view
  const say = whyCancelled(entry) ?? moved?.say
  const { need, providerId, providerName, where, priceFen } = slot
  const keyId = note === undefined ? null : keyIdOf(note)
  return {
    _id: id,
    communityId: slot.communityId,
    region: slot.region,
    residentId: entry.residentId,
    slotId: slot._id,
    serviceId: slot.serviceId,
    serviceName: slot.serviceName,
    ...{ need, providerId, providerName, where },
    place: slot.place,
    startsAt: slot.startsAt,
    endsAt: slot.endsAt,
    priceFen: view.priceFen ?? priceFen,
    ...(note !== undefined && keyId !== null ? { note, keyId } : {}),
    state: entry.kind,
    bookedAt,
    ...(by ? { by } : {}),
    ...(subsidy ? { subsidy } : {}),
    ...(entry.kind === 'cancelled' ? { cancelledAt: entry.at } : {}),
    ...(cancelledBy ? { cancelledBy } : {}),
    ...(entry.because ? { because: entry.because.kind } : {}),
    ...(say === undefined ? {} : { say }),
    ...(entry.kind === 'booked' ? nextReminder(slot.startsAt, entry.at) : {}),
    figuresAt: entry.at,
    rev: entry.rev,
    listKey: listKeyOf(slot.startsAt, id),
  }
}
