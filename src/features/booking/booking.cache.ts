import type { Contract } from '../../../types/contract'
import type { Booked } from '../../../types/contract/booking'
import { updateQuery } from '../../cloud/query-cache'
import { homeWithBooked, isAhead, withBooked } from './booking.ahead'

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
  showHere(booked, now, whom)
  updateQuery('home.view', {}, whom, (view) =>
    view.booking ? { ...view, booking: homeWithBooked(view.booking, changed) } : view,
  )
}

/** On its own page: what has just become of it. What may be done about it follows when the page asks again. */
function showHere(booked: Booked, now: number, whom: string | undefined): void {
  const { bookingId } = booked
  updateQuery('booking.viewBooking', { bookingId }, whom, (view) => {
    const ahead = isAhead(booked, now)
    const { cannot: _cannot, ...rest } = view
    return {
      ...rest,
      booked,
      canCancel: ahead && view.canCancel,
      canChange: ahead && view.canChange,
    }
  })
}

/** The same for all that one tap booked, for whomever. `me`: the caller's own id, whose entries name nobody. */
export function showReserved(
  { items, ...first }: Contract['booking.reserve']['output'],
  { now, whom, me }: { now: number; whom: string | undefined; me: string | undefined },
): void {
  if (!items) return showBooked({ booked: first, now, whom })
  for (const { residentId, booked } of items) {
    if (booked) showBooked({ booked, now, whom: residentId === me ? undefined : residentId })
  }
}

/** A booking that went to another time: the old one is gone, the new one stands in its place. */
export function showMoved(from: Booked, to: Booked, now: number, whom: string | undefined): void {
  updateQuery('booking.listMine', {}, whom, (page) => ({
    ...page,
    items: page.items.filter(({ bookingId }) => bookingId !== from.bookingId),
  }))
  updateQuery('home.view', {}, whom, (view) => {
    if (!view.booking) return view
    const gone: Booked = { ...from, state: 'cancelled' }
    const without = homeWithBooked(view.booking, { booked: gone, before: from, now })
    return { ...view, booking: without }
  })
  // The old address leads to the new booking, as it does in the cloud.
  updateQuery('booking.viewBooking', { bookingId: from.bookingId }, whom, (view) => ({
    ...view,
    booked: to,
  }))
  showBooked({ booked: to, now, whom })
}
