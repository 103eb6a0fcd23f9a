import { View } from '@tarojs/components'
import type { Contract } from '../../../types/contract'
import { addToCalendar } from '../../lib/add-to-calendar'
import { callPhone } from '../../lib/phone-call'
import { openAfterVisit, openChangeTime, openService } from '../../lib/routes'
import { Button } from '../../ui/button'
import { ShareButton } from '../../ui/share-button'
import { AFTER_TEXT } from './after/after.text'
import { isAhead } from './booking.ahead'
import './booking-actions.css'
import { eventOf } from './booking-page.format'
import { BOOKING_PAGE_TEXT as TEXT } from './booking-page.text'
import { BOOKING_TEXT } from './booking.text'

interface BookingActionsProps {
  view: Contract['booking.viewBooking']['output']
  now: number
  onCancel: () => void
  /** A word on what became of a tap. */
  onSaid: (say: string) => void
}

/** What can be done about a booking. */
export function BookingActions({ view, now, onCancel, onSaid }: BookingActionsProps) {
  const { booked, service, canCancel, canChange } = view
  const ahead = isAhead(booked, now)
  const over = booked.state === 'done'
  const phone = service?.phone
  const addIt = async () => onSaid(TEXT.calendar[await addToCalendar(eventOf(view, now))])
  return (
    <View className="booking-actions">
      {canChange ? (
        <Button onTap={() => void openChangeTime(booked.bookingId, booked.serviceId)}>
          {TEXT.change}
        </Button>
      ) : null}
      {over ? (
        <Button onTap={() => void openAfterVisit(booked.bookingId)}>{AFTER_TEXT.open}</Button>
      ) : null}
      {service && !ahead ? (
        <Button kind={over ? 'second' : 'main'} onTap={() => void openService(booked.serviceId)}>
          {TEXT.again}
        </Button>
      ) : null}
      {ahead ? (
        <Button kind="second" icon="calendar" onTap={() => void addIt()}>
          {TEXT.toCalendar}
        </Button>
      ) : null}
      {ahead ? <ShareButton>{TEXT.share}</ShareButton> : null}
      {phone ? (
        <Button kind="second" icon="phone" onTap={() => callPhone(phone)}>
          {TEXT.phone(booked.providerName ?? booked.serviceName)}
        </Button>
      ) : null}
      {canCancel ? (
        <Button kind="danger" onTap={onCancel}>
          {BOOKING_TEXT.mine.cancel}
        </Button>
      ) : null}
    </View>
  )
}
