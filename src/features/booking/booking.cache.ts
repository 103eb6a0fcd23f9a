import type { Booked } from '../../../types/contract/booking'
import { updateQuery } from '../../cloud/query-cache'
import { homeWithBooked, withBooked } from './booking.ahead'

/** What a command replied with: the booking now, what it was before if there was one, and the time. */
interface Changed {
  booked: Booked
  before?: Booked
  now: number
}

/** Puts the booking that a command replied with wherever it is shown, instead of asking again. */
export function showBooked(changed: Changed): void {
  const { booked, now } = changed
  updateQuery('booking.listMine', {}, (page) => ({
    ...page,
    items: withBooked(page.items, booked, now),
  }))
  updateQuery('home.view', {}, (view) =>
    view.booking ? { ...view, booking: homeWithBooked(view.booking, changed) } : view,
  )
}
