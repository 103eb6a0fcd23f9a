import type { Booked } from '../../../types/contract/booking'
import { Badge } from '../../ui/badge'
import { Fact } from '../../ui/card'
import { cancelSaid, paySaid } from './booking-page.format'
import { BOOKING_PAGE_TEXT } from './booking-page.text'
import { BOOKING_TEXT } from './booking.text'
import { TONE } from './booking.tone'
import { doneBySaid } from './done-by.format'
import { Said } from './said'
import { Ticket } from './ticket'

const TEXT = BOOKING_TEXT.mine

interface BookingFactsProps {
  booked: Booked
  /** Whose it is. */
  name: string
  now: number
}

/** What, when, where, who, what it costs, until when it may be given back, and what was said with it. */
export function BookingFacts({ booked, name, now }: BookingFactsProps) {
  const { state, providerName, cancelUntil } = booked
  const by = doneBySaid(booked)
  const pay = paySaid(booked)
  return (
    <Ticket
      name={booked.serviceName}
      startsAt={booked.startsAt}
      endsAt={booked.endsAt}
      place={booked.place}
      now={now}
      badge={<Badge tone={TONE[state]}>{TEXT.state[state]}</Badge>}
    >
      <Fact icon="person" label={BOOKING_TEXT.confirm.who(booked.where ?? 'place')}>
        {name}
      </Fact>
      {providerName ? (
        <Fact icon="care" label={BOOKING_PAGE_TEXT.provider}>
          {providerName}
        </Fact>
      ) : null}
      {pay ? (
        <Fact icon="money" label={BOOKING_TEXT.confirm.price}>
          {pay}
        </Fact>
      ) : null}
      {by ? (
        <Fact icon="family" label={TEXT.whoBooked}>
          {by}
        </Fact>
      ) : null}
      {state === 'booked' && cancelUntil !== undefined && cancelUntil > now ? (
        <Fact icon="calendar" label={BOOKING_PAGE_TEXT.deadline}>
          {cancelSaid(cancelUntil, now)}
        </Fact>
      ) : null}
      <Said said={booked} />
    </Ticket>
  )
}
