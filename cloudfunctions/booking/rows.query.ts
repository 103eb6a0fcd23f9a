import { readCollection } from '../shared/db'
import type { BookingDoc } from './booking.docs'
import type { Seat } from './booking.rules'

const bookings = readCollection<BookingDoc>('bookings')

/** Rows read beside a page of slots. */
const MOST_ROWS = 1_000

/**
 * The rows of a stretch of `listKey`. A booking's key is its slot's with an ending, so that rows come in the order of
 * their slots, and can be read beside them.
 */
export const rowsFrom = (
  where: Record<string, unknown>,
  fields?: readonly string[],
): Promise<BookingDoc[]> =>
  bookings.list({
    where,
    orderBy: [['listKey', 'asc']],
    limit: MOST_ROWS,
    ...(fields ? { fields } : {}),
  })

/** The rows of all these seats: where there are more than one read brings, those behind by their ids. */
export async function withThoseBehind(
  seats: readonly Pick<Seat, 'bookingId'>[],
  near: readonly BookingDoc[],
): Promise<readonly BookingDoc[]> {
  if (near.length < MOST_ROWS) return near
  const known = new Set(near.map(({ _id }) => _id))
  const wanted = seats.flatMap(({ bookingId }) => (known.has(bookingId) ? [] : [bookingId]))
  return wanted.length === 0 ? near : [...near, ...(await bookings.findMany(wanted))]
}
