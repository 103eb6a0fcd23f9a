import { useState } from 'react'
import { usePages } from '../../cloud/use-pages'
import { useKnown } from '../../cloud/use-query'
import {
  addDays,
  formatFullDay,
  formatNear,
  formatWeekday,
  startOfDay,
} from '../../lib/time.format'
import { goBack } from '../../lib/routes'
import { usePullRefresh } from '../../lib/use-pull-refresh'
import { Desk } from '../../ui/desk'
import { Filters } from '../../ui/filters'
import { Loaded } from '../../ui/loaded'
import { LoadMore } from '../../ui/load-more'
import { Screen } from '../../ui/screen'
import { Skeleton } from '../../ui/skeleton'
import { DESK_TEXT } from './desk.text'
import { servicesOfVisits } from './desk.visits'
import { VisitsTable } from './visits-table'

/** How many days the desk looks ahead, today included. */
const DAYS = 7
const ALL = ''

/** For staff: who comes today and on the next days, when, for what. */
export function DeskView() {
  const [chosen, setChosen] = useState<string>()
  const [service, setService] = useState(ALL)
  // The cloud knows which day it is: the first answer says so.
  const today = useKnown('booking.listDay', {})?.day
  const pages = usePages('booking.listDay', chosen ? { day: chosen } : {})
  usePullRefresh(pages.first.refresh)
  const choose = (day: string) => setChosen(day === today ? undefined : day)
  const barred = pages.first.status === 'error' && pages.first.error.code === 'NOT_ALLOWED'
  const services = servicesOfVisits(pages.items)
  // A service without visits on this day is not offered: then all are shown.
  const only = services.some(({ serviceId }) => serviceId === service) ? service : ALL
  return (
    <Screen title={DESK_TEXT.title}>
      <Desk
        side={
          today ? (
            <>
              <Days today={today} chosen={chosen ?? today} onChoose={choose} />
              {services.length > 1 ? (
                <Filters
                  label={DESK_TEXT.service}
                  options={[
                    { key: ALL, say: DESK_TEXT.all, count: pages.items.length },
                    ...services.map(({ serviceId, serviceName, count }) => ({
                      key: serviceId,
                      say: serviceName,
                      count,
                    })),
                  ]}
                  chosen={only}
                  onChoose={setService}
                />
              ) : null}
            </>
          ) : null
        }
      >
        <Loaded
          load={pages.first}
          skeleton={<Skeleton blocks={['line', 'row', 'row', 'row', 'row']} />}
          onRetry={barred ? () => void goBack() : () => void pages.first.refresh()}
        >
          {({ day }, now) => (
            <>
              <VisitsTable
                day={day}
                now={now}
                visits={pages.items.filter(({ serviceId }) => only === ALL || serviceId === only)}
                onToday={chosen ? () => setChosen(undefined) : undefined}
              />
              <LoadMore pages={pages} say={DESK_TEXT.more} />
            </>
          )}
        </Loaded>
      </Desk>
    </Screen>
  )
}

function Days({
  today,
  chosen,
  onChoose,
}: {
  today: string
  chosen: string
  onChoose: (day: string) => void
}) {
  const days = Array.from({ length: DAYS }, (_, n) => addDays(today, n))
  return (
    <Filters
      label={DESK_TEXT.day}
      options={days.map((day) => ({ key: day, ...wordsOf(day, today) }))}
      chosen={chosen}
      onChoose={onChoose}
    />
  )
}

function wordsOf(day: string, today: string) {
  const now = startOfDay(today)
  const say = `${formatNear(day, now) ?? formatWeekday(day)} ${DESK_TEXT.date(Number(day.slice(-2)))}`
  return { say, label: formatFullDay(day, now) }
}
