import type { Contract } from '../../../types/contract'
import type { Booked } from '../../../types/contract/booking'
import type { CalendarEvent } from '../../lib/icalendar'
import { formatPrice } from '../../lib/money.format'
import { dayOf, formatDate, formatDay, formatTime, formatWeekday } from '../../lib/time.format'
import { BOOKING_PAGE_TEXT as TEXT } from './booking-page.text'
import { WISH_TEXT } from './booking.wish.text'

type View = Contract['booking.viewBooking']['output']

/** '11月24日 周二 上午9:00', never "tomorrow": a card is read on another day. */
export const whenOf = (startsAt: number, now: number): string => {
  const day = dayOf(startsAt)
  return `${formatDate(day, now)} ${formatWeekday(day)} ${formatTime(startsAt)}`
}

/** The words on the card that the family is sent. */
export const cardOf = ({ booked, name }: View, now: number): string =>
  TEXT.card(name, whenOf(booked.startsAt, now), booked.serviceName, booked.place)

/** What is paid on site, in words; nothing where nobody knows any more. */
export function paySaid({ priceFen, subsidised }: Booked): string | undefined {
  if (priceFen === undefined) return undefined
  const price = formatPrice(priceFen)
  if (subsidised) return TEXT.paid.subsidised(price)
  return priceFen === 0 ? price : `${price}，${WISH_TEXT.onSite}`
}

/** Until when it may be cancelled or changed, in words. */
export const cancelSaid = (until: number, now: number): string =>
  TEXT.cancelUntil(`${formatDay(dayOf(until), now)} ${formatTime(until)}`)

/** The booking as a calendar has it. */
export const eventOf = ({ booked, name, service }: View, now: number): CalendarEvent => ({
  id: booked.bookingId,
  title: `${booked.serviceName}（${name}）`,
  place: booked.place,
  say: [...(service?.prepare ?? []), ...(service?.bring ?? [])].join('\n'),
  startsAt: booked.startsAt,
  endsAt: booked.endsAt,
  now,
})
