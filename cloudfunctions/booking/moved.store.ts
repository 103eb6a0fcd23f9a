import { sha256 } from '../shared/digest'
import { _, collection } from '../shared/db'
import type { Claim } from '../shared/diary.rules'
import type { BookingDoc, SlotDoc } from './booking.docs'
import type { Seat } from './booking.rules'

/** What of bookings changes hands when a record is merged into another, or erased. */
const slots = collection<SlotDoc>('slots')
const bookings = collection<BookingDoc>('bookings')

/** Whose the bookings of erased people are: nobody's any more. */
export const ERASED = 'erased'

/** A seat of somebody erased: one for each booking, and nothing in it leads back to the person. */
const erasedSeat = (bookingId: string): string => `${ERASED}-${sha256(bookingId).slice(0, 16)}`

/**
 * The seat changes hands in one update, if the one has it and the other has none in this slot. `said`: what it goes on
 * to say of the person, who is the same.
 */
export const moveSeat = (
  from: string,
  into: string,
  { id, place, at }: Pick<Claim, 'id' | 'place' | 'at'>,
  said: Pick<Seat, 'name' | 'home'> = {},
): Promise<boolean> =>
  slots.updateOne(
    place,
    { [`seats.${from}.bookingId`]: id, [`seats.${into}`]: _.exists(false) },
    { [`seats.${from}`]: _.remove(), [`seats.${into}`]: { bookingId: id, at, ...said } },
  )

/** The seat of somebody erased stays taken, by nobody who could be named. */
export const hideSeat = (residentId: string, slotId: string, bookingId: string): Promise<boolean> =>
  moveSeat(residentId, erasedSeat(bookingId), { id: bookingId, place: slotId, at: 0 })

/** Rows at a time. */
const BATCH = 100

/** A resident's rows, until there are none: `change` must take each of them away from the resident. */
async function eachPage(
  communityId: string,
  residentId: string,
  change: (rows: readonly BookingDoc[]) => Promise<unknown>,
): Promise<void> {
  for (;;) {
    const rows = await bookings.list({ where: { communityId, residentId }, limit: BATCH })
    if (rows.length === 0) return
    await change(rows)
    if (rows.length < BATCH) return
  }
}

/** The history goes into another's. */
export const moveRows = (communityId: string, from: string, into: string): Promise<void> =>
  eachPage(communityId, from, (rows) =>
    bookings.updateMany(
      rows.map(({ _id }) => _id),
      { residentId: from },
      { residentId: into },
    ),
  )

/** What leads back to the person, or is nobody else's business; what is due to be told to them is told to nobody. */
const PERSONAL_FIELDS = [
  ...['note', 'result', 'resultAt', 'keyId', 'rating', 'ratedKey', 'say'],
  ...['remindAt', 'remind', 'absentAt'],
]

/** The history stays as figures: nobody's, and without what was said. */
export const eraseRows = (communityId: string, residentId: string): Promise<void> =>
  eachPage(communityId, residentId, async (rows) => {
    for (const { _id, slotId } of rows) await hideSeat(residentId, slotId, _id)
    await bookings.updateMany(
      rows.map(({ _id }) => _id),
      { residentId },
      {
        residentId: ERASED,
        ...Object.fromEntries(PERSONAL_FIELDS.map((field) => [field, _.remove()])),
        note: _.remove(),
        keyId: _.remove(),
        // Of a home visit the times and its proof stay, which the government paid by, and neither where it was nor
        // what was said of it.
        'visit.in.place': _.remove(),
        'visit.out.place': _.remove(),
        'visit.placeUntil': _.remove(),
        'visit.homeMark': _.remove(),
        'visit.check.say': _.remove(),
      },
    )
  })
