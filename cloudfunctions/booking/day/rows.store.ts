import { _, collection } from '../../shared/db'
import { type Tap, TAPS_KEPT } from '../../shared/taps'
import type { BookingDoc } from '../booking.docs'

/** What happens on the day and after, in the row of the booking: one conditional update for each command. */
const bookings = collection<BookingDoc>('bookings')

/** What to write into a row; null takes a field out. */
export type RowChange = { [Field in keyof BookingDoc]?: BookingDoc[Field] | null }

/**
 * Changes the row if it is still marked as it was read, and the tap is new. `conditions`: what else must still be so.
 */
export function changeRow(
  row: BookingDoc,
  tap: Tap,
  change: RowChange,
  conditions: Record<string, unknown> = {},
): Promise<boolean> {
  return bookings.updateOne(
    row._id,
    {
      ...conditions,
      residentId: row.residentId,
      state: row.state,
      'day.mark': row.day?.mark ?? _.exists(false),
      'day.markedAt': row.day?.markedAt ?? _.exists(false),
      'taps.tapId': _.neq(tap.tapId),
    },
    { ...writable(change), taps: _.push({ each: [tap], slice: -TAPS_KEPT }) },
  )
}

const writable = (change: RowChange): Record<string, unknown> =>
  Object.fromEntries(Object.entries(change).map(([field, value]) => [field, value ?? _.remove()]))

/** The row as the change leaves it. */
export function changed(row: BookingDoc, change: RowChange, tap: Tap): BookingDoc {
  const kept = Object.entries({ ...row, ...change }).filter(([, value]) => value !== null)
  return {
    ...(Object.fromEntries(kept) as unknown as BookingDoc),
    taps: [...(row.taps ?? []), tap],
  }
}

/** Rows of which something is due, the longest waiting first. */
export const rowsDue = (
  due: 'remindAt' | 'absentAt' | 'figuresAt',
  now: number,
  limit: number,
): Promise<BookingDoc[]> =>
  bookings.list({
    where: { [due]: _.and(_.gt(0), _.lte(now)) },
    orderBy: [[due, 'asc']],
    limit,
  })

/** What was due of these rows is done, unless it was put off since. Rows with the same next step in one request. */
export const settleRows = (
  ids: readonly string[],
  conditions: Record<string, unknown>,
  change: RowChange,
): Promise<number> => bookings.updateMany(ids, conditions, writable(change))

/** The rows of a service's day. */
export const rowsOfDay = (
  { communityId, serviceId }: Pick<BookingDoc, 'communityId' | 'serviceId'>,
  { from, to }: { from: string; to: string },
  limit: number,
): Promise<BookingDoc[]> =>
  bookings.list({
    where: { communityId, serviceId, listKey: _.and(_.gte(from), _.lt(to)) },
    orderBy: [['listKey', 'asc']],
    limit,
    fields: ['state', 'because', 'day', 'ageBand', 'listKey', 'serviceName', 'providerId'],
  })
