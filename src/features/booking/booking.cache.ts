import type { Booked } from '../../../types/contract/booking'
import { updateQuery } from '../../cloud/query-store'

/** Puts the booking that a command replied with wherever it is shown, instead of asking again. */
export function showBooked(booked: Booked): void {
  updateQuery('booking.listMine', {}, (page) => ({ ...page, items: merge(page.items, booked) }))
  updateQuery('home.view', {}, (view) => {
    if (!view.booking) return view
    const ahead = merge(view.booking.ahead, booked).filter(isAhead)
    return { ...view, booking: { ...view.booking, ahead } }
  })
}

/** Still to come: the resident has to be there. */
export const isAhead = ({ state }: Booked): boolean => state === 'booked' || state === 'pending'

function merge(items: readonly Booked[], booked: Booked): Booked[] {
  if (items.some(({ bookingId }) => bookingId === booked.bookingId)) {
    return items.map((item) => (item.bookingId === booked.bookingId ? booked : item))
  }
  const later = items.findIndex((item) => !isAhead(item) || item.startsAt > booked.startsAt)
  const at = later < 0 ? items.length : later
  return [...items.slice(0, at), booked, ...items.slice(at)]
}
