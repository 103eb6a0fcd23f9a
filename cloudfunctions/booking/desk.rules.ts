import type { DoneBy } from '../../types/contract/done-by'
import type { Visit } from '../../types/contract/booking'
import type { Seat } from './booking.rules'

/** What the desk needs to know of a slot. */
export interface DeskSlot {
  serviceId: string
  serviceName: string
  place: string
  startsAt: number
  endsAt: number
  /** By residentId. */
  seats: Record<string, Seat>
}

/**
 * Everybody who has a seat, slot by slot. The seats are the truth about who comes; the rows, which
 * follow behind, only add to it.
 */
export function visitsOf(
  slots: readonly DeskSlot[],
  names: ReadonlyMap<string, string>,
  rows: readonly { _id: string; by?: DoneBy }[],
): Visit[] {
  const said = new Map(rows.map((row) => [row._id, row]))
  return slots.flatMap(({ seats, serviceId, serviceName, place, startsAt, endsAt }) =>
    Object.entries(seats)
      .sort(([, a], [, b]) => a.at - b.at)
      .map(([residentId, { bookingId }]) => {
        const { by } = said.get(bookingId) ?? {}
        return {
          bookingId,
          name: names.get(residentId) ?? residentId,
          serviceId,
          serviceName,
          place,
          startsAt,
          endsAt,
          ...(by ? { by } : {}),
        }
      }),
  )
}
