import { useState } from 'react'
import { ForRoles } from '../../../cloud/for-roles'
import { useQuery } from '../../../cloud/use-query'
import { dayOf } from '../../../lib/time.format'
import { usePullRefresh } from '../../../lib/use-pull-refresh'
import { Desk } from '../../../ui/desk'
import { Filters } from '../../../ui/filters'
import { Loaded } from '../../../ui/loaded'
import { Screen } from '../../../ui/screen'
import { Skeleton } from '../../../ui/skeleton'
import { Standstill } from '../../../ui/standstill'
import { CARE_ROLES } from '../care/care-roles'
import { FiguresPart } from './figures-part'
import { monthsOf, type Period, PERIODS } from './use.format'
import { USE_TEXT } from './use.text'

const TEXT = USE_TEXT.figures

/** How services are used, by service, age and month: of no one, in figures alone. */
export function DeskUseView() {
  return (
    <Screen own title={TEXT.title}>
      <ForRoles roles={CARE_ROLES}>
        {(_, now) => <Use thisMonth={dayOf(now).slice(0, 7)} />}
      </ForRoles>
    </Screen>
  )
}

function Use({ thisMonth }: { thisMonth: string }) {
  const [period, setPeriod] = useState<Period>(3)
  const months = monthsOf(thisMonth, period)
  const query = useQuery('booking.useFigures', months)
  usePullRefresh(query.refresh)
  return (
    <Desk
      side={
        <Filters
          label={TEXT.period}
          options={PERIODS.map((one) => ({ key: String(one), say: TEXT.periods[one] }))}
          chosen={String(period)}
          onChoose={(key) => setPeriod(PERIODS.find((one) => String(one) === key) ?? period)}
        />
      }
    >
      <Loaded
        load={query}
        skeleton={<Skeleton blocks={['line', 'row', 'card', 'card']} />}
        onRetry={() => void query.refresh()}
      >
        {(figures) =>
          figures.total.booked === 0 ? (
            <Standstill icon="calendar" title={TEXT.empty} say={TEXT.emptySay} />
          ) : (
            <FiguresPart figures={figures} {...months} />
          )
        }
      </Loaded>
    </Desk>
  )
}
