import type { Contract } from '../../../types/contract'
import type { Booked } from '../../../types/contract/booking'

/** Still to come or going on: the resident has to be there. */
export const isAhead = ({ state, endsAt }: Booked, now: number): boolean =>
  (state === 'booked' || state === 'pending') && endsAt > now

/** A list of bookings with one of them as it is now: in its place, or among those ahead by its time. */
export function withBooked(items: readonly Booked[], booked: Booked, now: number): Booked[] {
  if (items.some(({ bookingId }) => bookingId === booked.bookingId)) {
    return items.map((item) => (item.bookingId === booked.bookingId ? booked : item))
  }
  const later = items.findIndex((item) => !isAhead(item, now) || item.startsAt > booked.startsAt)
  const at = later < 0 ? items.length : later
  return [...items.slice(0, at), booked, ...items.slice(at)]
}

type HomeBooking = NonNullable<Contract['home.view']['output']['booking']>

/** As many as the cloud sends to home at most; `aheadCount` counts the others too. */
const AHEAD_ON_HOME = 3

/**
 * Home's part with one booking as it is now. `before` is the booking as it was, when there was one:
 * home lists the first few only, so that it cannot tell by itself.
 */
export function homeWithBooked(
  home: HomeBooking,
  { booked, before, now }: { booked: Booked; before?: Booked | undefined; now: number },
): HomeBooking {
  const was = before ?? home.ahead.find(({ bookingId }) => bookingId === booked.bookingId)
  const change = Number(isAhead(booked, now)) - Number(was !== undefined && isAhead(was, now))
  const ahead = withBooked(home.ahead, booked, now)
    .filter((item) => isAhead(item, now))
    .slice(0, AHEAD_ON_HOME)
  return { ...home, ahead, aheadCount: Math.max(home.aheadCount + change, ahead.length) }
}
