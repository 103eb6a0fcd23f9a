import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Contract } from '../../../types/contract'
import { useQuery } from '../../cloud/use-query'
import { formatPrice } from '../../lib/money.format'
import { goBack, openPickDay, openServices } from '../../lib/routes'
import { usePullRefresh } from '../../lib/use-pull-refresh'
import { Button } from '../../ui/button'
import { Card, Fact, Section } from '../../ui/card'
import { DayStrip } from '../../ui/day-strip'
import { useElder } from '../../ui/elder'
import { Loaded } from '../../ui/loaded'
import { Notice } from '../../ui/notice'
import { Screen } from '../../ui/screen'
import { Skeleton } from '../../ui/skeleton'
import { Standstill } from '../../ui/standstill'
import { UI_TEXT } from '../../ui/ui.text'
import './service-view.css'
import { daysOf, firstDay, slotsOfDay } from './booking.slots'
import { BOOKING_TEXT } from './booking.text'
import { CategoryIcon } from './category-icon'
import { SlotTimes } from './slot-times'
import { useLaterSlots } from './use-later-slots'

const TEXT = BOOKING_TEXT.service

type View_ = Contract['booking.viewService']['output']

/** One service: what it is, and its free times; in elder mode these are the next two screens. */
export function ServiceView({ serviceId }: { serviceId: string }) {
  const query = useQuery('booking.viewService', { serviceId })
  usePullRefresh(query.refresh)
  const elder = useElder()
  const gone = query.status === 'error' && query.error.code === 'NOT_FOUND'
  const ready = query.status === 'ready' ? query.data.service : undefined
  return (
    <Screen
      title={elder ? TEXT.aboutTitle : TEXT.title}
      aloud={ready && TEXT.spoken(ready, formatPrice(ready.priceFen))}
      footer={
        elder && ready ? (
          <Button onTap={() => void openPickDay(serviceId)}>{TEXT.pick}</Button>
        ) : null
      }
    >
      <Loaded
        load={query}
        skeleton={<Skeleton blocks={['tall', 'line', 'row', 'line', 'card', 'card']} />}
        onRetry={gone ? () => void goBack() : () => void query.refresh()}
      >
        {(view, now) => (
          <>
            <About service={view.service} />
            {elder ? null : <Times view={view} now={now} />}
            <Bring bring={view.service.bring} />
          </>
        )}
      </Loaded>
    </Screen>
  )
}

function About({ service }: { service: View_['service'] }) {
  const cost = `${formatPrice(service.priceFen)} · ${TEXT.minutes(service.minutes)}`
  return (
    <Card>
      <View className="service-head">
        <CategoryIcon category={service.category} />
        <View className="service-head__words">
          <Text className="service-head__name">{service.name}</Text>
          <Text className="service-head__provider">{service.providerName}</Text>
        </View>
      </View>
      <Text className="service-about">{service.about}</Text>
      <View className="service-facts">
        <Fact icon="pin" label={BOOKING_TEXT.confirm.where}>
          {service.place}
        </Fact>
        <Fact icon="money" label={BOOKING_TEXT.confirm.price}>
          {cost}
        </Fact>
      </View>
    </Card>
  )
}

function Times({ view, now }: { view: View_; now: number }) {
  const [chosen, setChosen] = useState<string>()
  const { slots, more, error } = useLaterSlots(view)
  const days = daysOf(slots, now)
  const day = days.find((one) => one.day === chosen)?.day ?? firstDay(days)
  if (day === undefined && more) {
    return (
      <>
        {error ? <Notice tone="warn">{error.message}</Notice> : null}
        <Button kind="second" busy={more.busy && UI_TEXT.moreBusy} onTap={more.onTap}>
          {UI_TEXT.laterDays}
        </Button>
      </>
    )
  }
  if (day === undefined) {
    return (
      <Standstill
        icon="calendar"
        title={TEXT.noSlots}
        say={TEXT.noSlotsSay}
        action={{ say: TEXT.otherServices, onTap: () => void openServices() }}
      />
    )
  }
  return (
    <>
      <Section title={TEXT.pickDay}>
        <DayStrip label={TEXT.pickDay} days={days} chosen={day} onChoose={setChosen} later={more} />
        {error ? <Notice tone="warn">{error.message}</Notice> : null}
      </Section>
      <Section title={TEXT.pickTime}>
        <SlotTimes serviceId={view.service.serviceId} slots={slotsOfDay(slots, day)} />
      </Section>
    </>
  )
}

function Bring({ bring }: { bring: string[] }) {
  if (bring.length === 0) return null
  return (
    <Section title={TEXT.bring}>
      <Card>
        {bring.map((line) => (
          <View key={line} className="bring-line">
            <View className="bring-line__dot" />
            <Text className="bring-line__words">{line}</Text>
          </View>
        ))}
      </Card>
    </Section>
  )
}
