import { Text, View } from '@tarojs/components'
import type { Contract } from '../../../types/contract'
import type { Booked } from '../../../types/contract/booking'
import { dayOf, formatNear, formatSpan, formatWeekday } from '../../lib/time.format'
import { openBooking, openMyBookings } from '../../lib/routes'
import { Button } from '../../ui/button'
import { Card, Section } from '../../ui/card'
import { Icon } from '../../ui/icon'
import { Tap } from '../../ui/tap'
import './booking.card.css'
import './unbroken.css'
import { byUrgency } from './booking.line'
import { openServicesOf } from './booking.filter'
import { spokenVisit } from './booking.spoken'
import { BOOKING_TEXT } from './booking.text'
import { WAITING_TEXT } from './booking.waiting.text'
import { WaitsList } from './waits-list'

const TEXT = BOOKING_TEXT.home

interface HomeCardProps {
  view: Contract['home.view']['output']
  now: number
}
/** More visits would push what can be booked off the first screen. */
const AHEAD_SHOWN = 2

/** What is ahead of me, on the home screen. */
export function AheadCard({ view, now }: HomeCardProps) {
  if (!view.booking) return null
  const { ahead, aheadCount } = view.booking
  const waits = byUrgency(view.booking.waits, now)
  const list = view.me.seenBy ? TEXT.theirs : TEXT.mine
  return (
    <>
      {waits.length > 0 ? (
        <Section title={WAITING_TEXT.section}>
          <WaitsList waits={waits} now={now} />
        </Section>
      ) : null}
      {ahead.length === 0 ? (
        <NothingAhead list={list} />
      ) : (
        <Ahead ahead={ahead} count={aheadCount} now={now} list={list} />
      )}
    </>
  )
}

interface AheadProps {
  ahead: Booked[]
  count: number
  now: number
  /** What the way to the whole list is called. */
  list: string
}

function Ahead({ ahead, count, now, list }: AheadProps) {
  const shown = ahead.slice(0, AHEAD_SHOWN)
  const hidden = count - shown.length
  return (
    <Card className="ahead">
      <Text className="ahead__title">{TEXT.ahead}</Text>
      {shown.map((booked) => (
        <Tap
          key={booked.bookingId}
          role="link"
          className="ahead__one"
          label={spokenVisit(booked, now)}
          onTap={() => void openBooking(booked.bookingId)}
        >
          <Leaf day={dayOf(booked.startsAt)} />
          <View className="ahead__words">
            <Text className="ahead__name">{booked.serviceName}</Text>
            <View className="ahead__when">
              <Text className="unbroken">{nearOrWeekday(booked, now)}</Text>
              <Text className="unbroken">{formatSpan(booked.startsAt, booked.endsAt)}</Text>
            </View>
            <Text className="ahead__place">{booked.place}</Text>
          </View>
          <Icon name="right" className="ahead__arrow" />
        </Tap>
      ))}
      <Button kind="second" onTap={() => void openMyBookings()}>
        {hidden > 0 ? `${list}（${TEXT.more(hidden)}）` : list}
      </Button>
    </Card>
  )
}

/** The date as on a wall calendar: what one looks for first. */
function Leaf({ day }: { day: string }) {
  const [, month, date] = day.split('-').map(Number)
  return (
    <View className="leaf">
      <Text className="leaf__month">{TEXT.month(month ?? 0)}</Text>
      <Text className="leaf__date">{date}</Text>
    </View>
  )
}

const nearOrWeekday = ({ startsAt }: Booked, now: number) =>
  formatNear(dayOf(startsAt), now) ?? formatWeekday(dayOf(startsAt))

function NothingAhead({ list }: { list: string }) {
  return (
    <Card className="ahead">
      <Text className="ahead__title">{TEXT.nothingAhead}</Text>
      <Text className="ahead__say">{TEXT.nothingAheadSay}</Text>
      <View className="ahead__buttons">
        <Button onTap={() => openServicesOf('all')}>{TEXT.all}</Button>
        <Button kind="second" onTap={() => void openMyBookings()}>
          {list}
        </Button>
      </View>
    </Card>
  )
}
