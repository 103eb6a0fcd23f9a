import { _, collection } from '../shared/db'
import { listKeyOf } from '../shared/list-key.rules'
import { keyIdOf } from '../shared/seal'
import { drainOutbox, outboxPush } from '../shared/outbox'
import type { Tap } from '../shared/taps'
import type { BookingDoc, SeatEntry, SlotDoc } from './booking.docs'
import type { BookingClaim } from './booking.rules'

const slots = collection<SlotDoc>('slots')
const bookings = collection<BookingDoc>('bookings')

export const findSlot = (slotId: string): Promise<SlotDoc | null> => slots.find(slotId)

export const findSlots = (slotIds: readonly string[]): Promise<SlotDoc[]> => slots.findMany(slotIds)

export const findBooking = (bookingId: string): Promise<BookingDoc | null> =>
  bookings.find(bookingId)

const withoutNote = ({ note: _note, ...claim }: BookingClaim) => claim

/**
 * Takes a place for the claim if one is left, the slot is open and ahead, and the resident has none
 * in it. The conditions commute, so that any number of residents may try at once.
 */
export function takeSeat(residentId: string, claim: BookingClaim, now: number): Promise<boolean> {
  const entry: SeatEntry = {
    id: `${claim.id}:booked`,
    rev: 1,
    at: claim.view.bookedAt,
    kind: 'booked',
    residentId,
    claim: withoutNote(claim),
  }
  return slots.updateOne(
    claim.place,
    {
      state: 'open',
      startsAt: _.gt(now),
      left: _.gte(1),
      [`seats.${residentId}`]: _.exists(false),
    },
    {
      left: _.inc(-1),
      [`seats.${residentId}`]: { bookingId: claim.id, at: claim.at },
      outbox: outboxPush(entry),
    },
  )
}

/**
 * Gives the place of this very booking back; false when the resident does not have it (any more).
 * `tap` is the tap that cancelled, if a person did.
 */
export function giveSeatBack(
  residentId: string,
  claim: BookingClaim,
  now: number,
  tap?: Tap,
): Promise<boolean> {
  const entry: SeatEntry = {
    id: `${claim.id}:cancelled`,
    rev: 2,
    at: now,
    kind: 'cancelled',
    residentId,
    claim: withoutNote(claim),
    ...(tap ? { tap } : {}),
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

/**
 * Writes what an entry says into the booking's row, unless the row knows something newer. `note`: what the
 * diary has of it, sealed.
 */
export async function applyToRow(slot: SlotDoc, entry: SeatEntry, note?: string): Promise<void> {
  const row = rowOf(slot, entry, note)
  if ((await bookings.insert(row)) === 'inserted') return
  if (entry.kind === 'cancelled') {
    const { state, rev, cancelledAt, cancelledBy } = row
    const change = { state, rev, cancelledAt, ...(cancelledBy ? { cancelledBy } : {}) }
    await bookings.updateOne(row._id, { rev: _.lt(rev) }, change)
  }
}

function rowOf(slot: SlotDoc, entry: SeatEntry, note: string | undefined): BookingDoc {
  const { id, view } = entry.claim
  const { bookedAt, by, cancelledBy } = view
  const keyId = note === undefined ? null : keyIdOf(note)
  return {
    _id: id,
    communityId: slot.communityId,
    region: slot.region,
    residentId: entry.residentId,
    slotId: slot._id,
    serviceId: slot.serviceId,
    serviceName: slot.serviceName,
    place: slot.place,
    startsAt: slot.startsAt,
    endsAt: slot.endsAt,
    ...(note !== undefined && keyId !== null ? { note, keyId } : {}),
    state: entry.kind,
    bookedAt,
    ...(by ? { by } : {}),
    ...(entry.kind === 'cancelled' ? { cancelledAt: entry.at } : {}),
    ...(cancelledBy ? { cancelledBy } : {}),
    rev: entry.rev,
    listKey: listKeyOf(slot.startsAt, id),
  }
}
