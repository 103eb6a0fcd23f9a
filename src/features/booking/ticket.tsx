import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { dayOf, formatFullDay, formatSpan } from '../../lib/time.format'
import { Card, Fact } from '../../ui/card'
import './ticket.css'
import { BOOKING_TEXT } from './booking.text'

interface TicketProps {
  name: string
  startsAt: number
  endsAt: number
  place: string
  now: number
  /** Beside the name: its state. */
  badge?: ReactNode
  children?: ReactNode
}

/** A visit at a glance: what, when, where. The same shape wherever one is shown. */
export function Ticket({ name, startsAt, endsAt, place, now, badge, children }: TicketProps) {
  return (
    <Card className="ticket">
      <View className="ticket__head">
        <Text className="ticket__name">{name}</Text>
        {badge}
      </View>
      <Fact icon="clock" label={BOOKING_TEXT.confirm.when}>
        <Text className="ticket__line">{formatFullDay(dayOf(startsAt), now)}</Text>
        <Text className="ticket__line">{formatSpan(startsAt, endsAt)}</Text>
      </Fact>
      <Fact icon="pin" label={BOOKING_TEXT.confirm.where}>
        {place}
      </Fact>
      {children}
    </Card>
  )
}
