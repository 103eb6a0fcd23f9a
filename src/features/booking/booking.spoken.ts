import type { Contract } from '../../../types/contract'
import type { Booked } from '../../../types/contract/booking'
import { dayOf, formatDay, formatSpan } from '../../lib/time.format'
import { BOOKING_TEXT } from './booking.text'
import { WAITING_TEXT } from './booking.waiting.text'

type Visit = Pick<Booked, 'serviceName' | 'startsAt' | 'endsAt' | 'place'>

/** A visit as it is heard: what, when, where. */
export const spokenVisit = ({ serviceName, startsAt, endsAt, place }: Visit, now: number): string =>
  [serviceName, formatDay(dayOf(startsAt), now), formatSpan(startsAt, endsAt), place].join('，')

/** What is ahead, and what could be booked. */
export function spokenBooking(
  { booking }: Contract['home.view']['output'],
  now: number,
): string | undefined {
  if (!booking) return undefined
  const ahead = booking.ahead.map((booked) => spokenVisit(booked, now))
  const kept = booking.waits
    .filter(({ offerUntil = 0 }) => offerUntil > now)
    .map((wait) => spokenVisit(wait, now))
  const offered = booking.kinds.map(({ category }) => BOOKING_TEXT.category[category])
  return [
    ...(kept.length > 0 ? [WAITING_TEXT.spoken(kept)] : []),
    ahead.length > 0 ? BOOKING_TEXT.home.spokenAhead(ahead) : BOOKING_TEXT.home.nothingAhead,
    BOOKING_TEXT.home.spokenOffered(offered),
  ].join('。')
}
