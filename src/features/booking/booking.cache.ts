import type { Booked } from '../../../types/contract/booking'
import { updateQuery } from '../../cloud/query-cache'
import { homeWithBooked, withBooked } from './booking.ahead'

/** What a command replied with: the booking now, what it was before if there was one, the time, and whose it is. */
interface Changed {
  booked: Booked
  before?: Booked
  now: number
  whom: string | undefined
}

/** Puts the booking that a command replied with wherever it is shown, instead of asking again. */
export function showBooked(changed: Changed): void {
  const { booked, now, whom } = changed
  updateQuery('booking.listMine', {}, whom, (page) => ({
    ...page,
    items: withBooked(page.items, booked, now),
  }))
  updateQuery('home.view', {}, whom, (view) =>
    view.booking ? { ...view, booking: homeWithBooked(view.booking, changed) } : view,
  )
}
