import { Text, View } from '@tarojs/components'
import type { Booked } from '../../../types/contract/booking'
import { Badge } from '../../ui/badge'
import { Button } from '../../ui/button'
import { Fact } from '../../ui/card'
import { Tap } from '../../ui/tap'
import { openBooking } from '../../lib/routes'
import { dayOf, formatDay, formatSpan } from '../../lib/time.format'
import { isAhead } from './booking.ahead'
import './booked-ticket.css'
import './unbroken.css'
import { BOOKING_PAGE_TEXT } from './booking-page.text'
import { BOOKING_TEXT } from './booking.text'
import { TONE } from './booking.tone'
import { spokenVisit } from './booking.spoken'
import { Said } from './said'
import { doneBySaid } from './done-by.format'
import { Ticket } from './ticket'

const TEXT = BOOKING_TEXT.mine
interface BookedTicketProps {
  booked: Booked
  now: number
  onCancel: (booked: Booked) => void
}

/** One of my bookings: in full while it is ahead, in two lines afterwards. */
export function BookedTicket({ booked, now, onCancel }: BookedTicketProps) {
  const badge = <Badge tone={TONE[booked.state]}>{TEXT.state[booked.state]}</Badge>
  const by = doneBySaid(booked)
  if (!isAhead(booked, now)) {
    const rate = booked.mayRate ? TEXT.mayRate : undefined
    return (
      <Tap
        role="link"
        className="past"
        label={[spokenVisit(booked, now), TEXT.state[booked.state], by, rate]
          .filter(Boolean)
          .join('，')}
        onTap={() => void openBooking(booked.bookingId)}
      >
        <View className="past__head">
          <Text className="past__name">{booked.serviceName}</Text>
          {badge}
        </View>
        <View className="past__when">
          <Text className="unbroken">{formatDay(dayOf(booked.startsAt), now)}</Text>
          <Text className="unbroken">{formatSpan(booked.startsAt, booked.endsAt)}</Text>
          {by ? <Text className="unbroken">{by}</Text> : null}
        </View>
        {rate ? <Text className="past__rate">{rate}</Text> : null}
      </Tap>
    )
  }
  return (
    <Ticket
      name={booked.serviceName}
      startsAt={booked.startsAt}
      endsAt={booked.endsAt}
      place={booked.place}
      now={now}
      badge={badge}
    >
      {by ? (
        <Fact icon="family" label={TEXT.whoBooked}>
          {by}
        </Fact>
      ) : null}
      <Said said={booked} />
      <View className="ticket__action">
        <Button
          kind="second"
          label={`${BOOKING_PAGE_TEXT.details} ${booked.serviceName}`}
          onTap={() => void openBooking(booked.bookingId)}
        >
          {BOOKING_PAGE_TEXT.details}
        </Button>
        {canCancel(booked, now) ? (
          <Button
            kind="second"
            label={`${TEXT.cancel} ${booked.serviceName}`}
            onTap={() => onCancel(booked)}
          >
            {TEXT.cancel}
          </Button>
        ) : null}
      </View>
    </Ticket>
  )
}

/** As far as the list knows; its own page says why not. */
const canCancel = ({ state, startsAt, cancelUntil = startsAt }: Booked, now: number): boolean =>
  state === 'booked' && startsAt > now && cancelUntil >= now
