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
 * follow behind, only add what was said.
 */
export function visitsOf(
  slots: readonly DeskSlot[],
  names: ReadonlyMap<string, string>,
  rows: readonly { _id: string; note?: string }[],
): Visit[] {
  const notes = new Map(rows.map(({ _id, note }) => [_id, note]))
  return slots.flatMap(({ seats, serviceId, serviceName, place, startsAt, endsAt }) =>
    Object.entries(seats)
      .sort(([, a], [, b]) => a.at - b.at)
      .map(([residentId, { bookingId }]) => {
        const note = notes.get(bookingId)
        return {
          bookingId,
          name: names.get(residentId) ?? residentId,
          serviceId,
          serviceName,
          place,
          startsAt,
          endsAt,
          ...(note ? { note } : {}),
        }
      }),
  )
}
