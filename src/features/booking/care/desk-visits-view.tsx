import { useState } from 'react'
import type { CareVisit } from '../../../../types/contract/booking-care'
import { ForRoles } from '../../../cloud/for-roles'
import { usePages } from '../../../cloud/use-pages'
import { addDays, dayOf, formatSpan } from '../../../lib/time.format'
import { Filters } from '../../../ui/filters'
import { Screen } from '../../../ui/screen'
import { useWork, WorkPanes } from '../../../ui/work-panes'
import { CARE_ROLES, OFFICE } from './care-roles'
import { CARE_TEXT } from './care.text'
import { DigitCards } from './digit-cards'
import { VisitPane } from './visit-pane'

const TEXT = CARE_TEXT.visits
const TONES = { ahead: 'accent', in: 'warn', done: 'plain', cancelled: 'plain' } as const

/** A day's visits to homes: where to go, and that somebody came and went. */
export function DeskVisitsView() {
  return (
    <Screen own title={TEXT.title}>
      <ForRoles roles={CARE_ROLES}>
        {({ roles }, now) => (
          <Visits office={roles.some((role) => OFFICE.includes(role))} today={dayOf(now)} />
        )}
      </ForRoles>
    </Screen>
  )
}

/** Yesterday: who went late at night is noted the day after. Tomorrow: whom the desk calls the day before. */
const DAYS = [-1, 0, 1]

function Visits({ office, today }: { office: boolean; today: string }) {
  const [day, setDay] = useState(today)
  const pages = usePages('booking.listVisits', day === today ? {} : { day })
  const work = useWork()
  const change = (reply: CareVisit) =>
    pages.change((one) => (one.bookingId === reply.bookingId ? { ...one, ...reply } : one))
  return (
    <WorkPanes
      work={work}
      pages={pages}
      items={pages.items}
      idOf={({ bookingId }) => bookingId}
      rowOf={({ name, home, serviceName, startsAt, endsAt, state }) => ({
        title: [formatSpan(startsAt, endsAt), name].join(' '),
        say: serviceName,
        more: home,
        badge: { tone: TONES[state], say: TEXT.state[state] },
      })}
      text={TEXT}
      icon="care"
      head={() => (
        <>
          <Filters
            label={TEXT.day}
            options={DAYS.map((n) => ({ key: addDays(today, n), say: TEXT.days(n) }))}
            chosen={day}
            onChoose={(chosen) => {
              work.settle()
              setDay(chosen)
            }}
          />
          {office && day >= today && pages.items.length > 0 ? <DigitCards day={day} /> : null}
        </>
      )}
      detail={(visit) => <VisitPane visit={visit} office={office} onDone={change} />}
    />
  )
}
