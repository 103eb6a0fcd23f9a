import type { CareVisit } from '../../../../types/contract/booking-care'
import { ForRoles } from '../../../cloud/for-roles'
import { usePages } from '../../../cloud/use-pages'
import { formatSpan } from '../../../lib/time.format'
import { Screen } from '../../../ui/screen'
import { useWork, WorkPanes } from '../../../ui/work-panes'
import { CARE_ROLES, OFFICE } from './care-roles'
import { CARE_TEXT } from './care.text'
import { VisitPane } from './visit-pane'

const TEXT = CARE_TEXT.visits
const TONES = { ahead: 'accent', in: 'warn', done: 'plain', cancelled: 'plain' } as const

/** Today's visits to homes: where to go, and that somebody came and went. */
export function DeskVisitsView() {
  return (
    <Screen own title={TEXT.title}>
      <ForRoles roles={CARE_ROLES}>
        {({ roles }) => <Visits office={roles.some((role) => OFFICE.includes(role))} />}
      </ForRoles>
    </Screen>
  )
}

function Visits({ office }: { office: boolean }) {
  const pages = usePages('booking.listVisits')
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
      detail={(visit) => <VisitPane visit={visit} office={office} onDone={change} />}
    />
  )
}
