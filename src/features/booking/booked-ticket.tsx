import { Text, View } from '@tarojs/components'
import type { Booked } from '../../../types/contract/booking'
import { Badge } from '../../ui/badge'
import { Button } from '../../ui/button'
import { Fact } from '../../ui/card'
import { dayOf, formatDay, formatSpan } from '../../lib/time.format'
import { isAhead } from './booking.ahead'
import './booked-ticket.css'
import './unbroken.css'
import { BOOKING_TEXT } from './booking.text'
import { doneBySaid } from './done-by.format'
import { Ticket } from './ticket'

const TEXT = BOOKING_TEXT.mine
const TONE = {
  pending: 'warn',
  booked: 'accent',
  done: 'plain',
  absent: 'warn',
  cancelled: 'plain',
} as const

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
    return (
      <View className="past">
        <View className="past__head">
          <Text className="past__name">{booked.serviceName}</Text>
          {badge}
        </View>
        <View className="past__when">
          <Text className="unbroken">{formatDay(dayOf(booked.startsAt), now)}</Text>
          <Text className="unbroken">{formatSpan(booked.startsAt, booked.endsAt)}</Text>
          {by ? <Text className="unbroken">{by}</Text> : null}
        </View>
      </View>
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
      {booked.note ? <Text className="ticket__note">{TEXT.yourNote(booked.note)}</Text> : null}
      {booked.state === 'booked' && booked.startsAt > now ? (
        <View className="ticket__action">
          <Button
            kind="second"
            label={`${TEXT.cancel} ${booked.serviceName}`}
            onTap={() => onCancel(booked)}
          >
            {TEXT.cancel}
          </Button>
        </View>
      ) : null}
    </Ticket>
  )
}
