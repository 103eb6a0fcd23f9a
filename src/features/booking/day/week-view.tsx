import { View } from '@tarojs/components'
import { useState } from 'react'
import type { DayOfService } from '../../../../types/contract/booking-visits'
import { ForRoles } from '../../../cloud/for-roles'
import { useQuery } from '../../../cloud/use-query'
import { openDesk } from '../../../lib/routes'
import { addDays, dayOf, formatDate, formatNear, formatWeekday } from '../../../lib/time.format'
import { usePullRefresh } from '../../../lib/use-pull-refresh'
import { Bars } from '../../../ui/bars'
import { Button } from '../../../ui/button'
import { Section } from '../../../ui/card'
import { Wide } from '../../../ui/desk'
import { Figures } from '../../../ui/figures'
import { Loaded } from '../../../ui/loaded'
import { Screen } from '../../../ui/screen'
import { Skeleton } from '../../../ui/skeleton'
import { Say, Stack } from '../../../ui/stack'
import { Standstill } from '../../../ui/standstill'
import { Turner } from '../../../ui/turner'
import { CARE_ROLES } from '../care/care-roles'
import { mondayOf, totalOf, weekDays, weekTitle } from './day.format'
import { DAY_TEXT } from './day.text'
import './week-view.css'

const TEXT = DAY_TEXT.week

/** The week of a day in figures: how full each service is on each day, and who came. */
export function WeekView({ day }: { day: string }) {
  return (
    <Screen own title={TEXT.title}>
      <ForRoles roles={CARE_ROLES}>
        {(_, now) => <Week today={dayOf(now)} from={day || dayOf(now)} />}
      </ForRoles>
    </Screen>
  )
}

function Week({ today, from }: { today: string; from: string }) {
  const [monday, setMonday] = useState(mondayOf(from))
  const query = useQuery('booking.listWeek', { day: monday })
  usePullRefresh(query.refresh)
  const thisWeek = mondayOf(today)
  const turn = (by: number) => setMonday(addDays(monday, by * 7))
  return (
    <Loaded
      load={query}
      skeleton={<Skeleton blocks={['tall', 'row', 'card', 'card']} />}
      onRetry={() => void query.refresh()}
    >
      {({ fromDay, days }, now) => {
        const { taken, came, absent, waiting, capacity } = totalOf(days)
        return (
          <Wide>
            <Stack>
              <Turner
                title={weekTitle(fromDay, now)}
                say={TEXT.sum(taken, capacity)}
                before={{ say: TEXT.before, onTap: () => turn(-1) }}
                after={{ say: TEXT.after, onTap: () => turn(1) }}
              />
              {monday === thisWeek ? null : (
                <Button kind="second" onTap={() => setMonday(thisWeek)}>
                  {TEXT.this}
                </Button>
              )}
              {days.length === 0 ? (
                <Standstill icon="calendar" title={TEXT.empty} say={TEXT.emptySay} />
              ) : (
                <>
                  <Figures
                    figures={[
                      { say: TEXT.figures.booked, value: taken },
                      { say: TEXT.figures.came, value: came },
                      { say: TEXT.figures.absent, value: absent },
                      { say: TEXT.figures.waiting, value: waiting },
                    ]}
                  />
                  <View className="week">
                    {weekDays(fromDay, days).map((one) => (
                      <DayPart key={one.day} now={now} {...one} />
                    ))}
                  </View>
                </>
              )}
            </Stack>
          </Wide>
        )
      }}
    </Loaded>
  )
}

interface DayPartProps {
  day: string
  services: readonly DayOfService[]
  now: number
}

function DayPart({ day, services, now }: DayPartProps) {
  const title = `${formatNear(day, now) ?? formatWeekday(day)} ${formatDate(day, now)}`
  return (
    <View className="week__day">
      <Section
        title={title}
        more={services.length > 0 ? { say: TEXT.open, onTap: () => void openDesk(day) } : undefined}
      >
        <Stack card>
          {services.length === 0 ? (
            <Say>{TEXT.none}</Say>
          ) : (
            <Bars label={title} bars={services.map(barOf)} />
          )}
        </Stack>
      </Section>
    </View>
  )
}

function barOf({ serviceName, capacity, taken, came, absent, waiting }: DayOfService) {
  const more = TEXT.more(came, absent, waiting)
  return {
    label: serviceName,
    value: taken,
    of: capacity,
    say: [TEXT.bar(taken, capacity), more].filter(Boolean).join('，'),
  }
}
