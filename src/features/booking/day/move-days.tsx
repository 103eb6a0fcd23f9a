import { useState } from 'react'
import { useQuery } from '../../../cloud/use-query'
import { addDays, dayOf, formatFullDay, formatNear, formatWeekday } from '../../../lib/time.format'
import { DayStrip } from '../../../ui/day-strip'
import { Loaded } from '../../../ui/loaded'
import { Skeleton } from '../../../ui/skeleton'
import { Stack } from '../../../ui/stack'
import { Turner } from '../../../ui/turner'
import { mondayOf, totalOf, weekDays, weekTitle } from './day.format'
import { DAY_TEXT } from './day.text'
import { VISIT_TEXT as TEXT } from './visit.text'

interface MoveDaysProps {
  serviceId: string
  day: string
  onChoose: (day: string) => void
}

/** The days of a week, each with how many places of the service are left on it. */
export function MoveDays({ serviceId, day, onChoose }: MoveDaysProps) {
  const [week, setWeek] = useState(mondayOf(day))
  const query = useQuery('booking.listWeek', { day: week, serviceId })
  const turn = (by: number) => setWeek(addDays(week, by * 7))
  return (
    <Loaded
      load={query}
      skeleton={<Skeleton blocks={['line', 'row']} />}
      onRetry={() => void query.refresh()}
    >
      {({ fromDay, days }, now) => {
        const today = dayOf(now)
        const shown = weekDays(fromDay, days).filter((one) => one.day >= today)
        return (
          <Stack>
            <Turner
              title={weekTitle(fromDay, now)}
              before={
                fromDay > today ? { say: DAY_TEXT.week.before, onTap: () => turn(-1) } : undefined
              }
              after={{ say: DAY_TEXT.week.after, onTap: () => turn(1) }}
            />
            <DayStrip
              label={TEXT.moveDay}
              days={shown.map(({ day: one, services }) => {
                const { capacity, taken } = totalOf(services)
                const left = capacity - taken
                const word =
                  capacity === 0
                    ? DAY_TEXT.week.none
                    : left < 1
                      ? DAY_TEXT.glance.full
                      : // Of today some places are past.
                        one === today
                        ? TEXT.moveToday
                        : TEXT.moveLeft(left)
                return {
                  day: one,
                  name: formatNear(one, now) ?? formatWeekday(one),
                  date: `${Number(one.slice(5, 7))}/${Number(one.slice(8))}`,
                  spoken: `${formatFullDay(one, now)}，${word}`,
                  state: capacity === 0 ? ('none' as const) : left > 0 ? 'open' : 'full',
                  word: capacity === 0 ? '' : word,
                }
              })}
              chosen={day}
              onChoose={onChoose}
            />
          </Stack>
        )
      }}
    </Loaded>
  )
}
