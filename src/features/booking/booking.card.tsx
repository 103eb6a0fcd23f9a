import { Text, View } from '@tarojs/components'
import type { Contract } from '../../../types/contract'
import type { Booked, Service, ServiceCategory, ServiceKind } from '../../../types/contract/booking'
import { dayOf, formatDay, formatNear, formatSpan, formatWeekday } from '../../lib/time.format'
import { openMyBookings, openServices } from '../../lib/routes'
import { Button } from '../../ui/button'
import { Card, Section } from '../../ui/card'
import { useElder } from '../../ui/elder'
import { Icon } from '../../ui/icon'
import { Tap } from '../../ui/tap'
import './booking.card.css'
import './unbroken.css'
import { showCategory } from './booking.filter'
import { BOOKING_TEXT } from './booking.text'
import { CategoryIcon } from './category-icon'
import { ServiceRow } from './service-row'

const TEXT = BOOKING_TEXT.home
/** More visits would push what can be booked off the first screen. */
const AHEAD_SHOWN = 2

/** Booking on the home screen: what is ahead of me, and what I could book. */
export function BookingCard({ view, now }: { view: Contract['home.view']['output']; now: number }) {
  if (!view.booking) return null
  const { ahead, aheadCount, kinds, services } = view.booking
  return (
    <>
      {ahead.length > 0 ? <Ahead ahead={ahead} count={aheadCount} now={now} /> : <NothingAhead />}
      {kinds.length > 0 ? <Kinds kinds={kinds} /> : null}
      {services.length > 0 ? <Offered services={services} /> : null}
    </>
  )
}

/** The large entries: a picture and a word for each kind of service. */
function Kinds({ kinds }: { kinds: ServiceKind[] }) {
  const open = (category: ServiceCategory) => {
    showCategory(category)
    void openServices()
  }
  return (
    <Section title={TEXT.entries}>
      <View className="kinds">
        {kinds.map(({ category, examples }) => (
          <Tap
            key={category}
            role="link"
            className="kind"
            label={[BOOKING_TEXT.category[category], ...examples].join('，')}
            onTap={() => open(category)}
          >
            <CategoryIcon category={category} />
            <View className="kind__words">
              <Text className="kind__name">{BOOKING_TEXT.category[category]}</Text>
              <Text className="kind__say">{examples.join('、')}</Text>
            </View>
          </Tap>
        ))}
      </View>
    </Section>
  )
}

function Ahead({ ahead, count, now }: { ahead: Booked[]; count: number; now: number }) {
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
          label={sentenceOf(booked, now)}
          onTap={() => void openMyBookings()}
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
        {hidden > 0 ? `${TEXT.mine}（${TEXT.more(hidden)}）` : TEXT.mine}
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

/** The row as it is heard: the leaf's month and date alone would not say what they are. */
const sentenceOf = ({ serviceName, startsAt, endsAt, place }: Booked, now: number) =>
  [serviceName, formatDay(dayOf(startsAt), now), formatSpan(startsAt, endsAt), place].join('，')

const openAll = () => {
  showCategory('all')
  void openServices()
}

function NothingAhead() {
  return (
    <Card className="ahead">
      <Text className="ahead__title">{TEXT.nothingAhead}</Text>
      <Text className="ahead__say">{TEXT.nothingAheadSay}</Text>
      <View className="ahead__buttons">
        <Button onTap={openAll}>{TEXT.all}</Button>
        <Button kind="second" onTap={() => void openMyBookings()}>
          {TEXT.mine}
        </Button>
      </View>
    </Card>
  )
}

/** The first few of the list; in elder mode the large entries say it with fewer things to read. */
function Offered({ services }: { services: Service[] }) {
  if (useElder()) return null
  return (
    <Section title={TEXT.offered} more={{ say: TEXT.all, onTap: openAll }}>
      <View className="service-list">
        {services.map((service) => (
          <ServiceRow key={service.serviceId} service={service} short />
        ))}
      </View>
    </Section>
  )
}
