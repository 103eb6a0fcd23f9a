import type { Role } from '../../../../types/contract/account'
import { useMyself } from '../../../cloud/use-myself'
import {
  openDeskAudit,
  openDeskImport,
  openDeskPeople,
  openDeskPlaces,
  openDeskRequests,
  openDeskRoles,
} from '../../../lib/routes'
import { type IconName } from '../../../ui/icon'
import { ListRow } from '../../../ui/list'
import { PLACE_ROLES } from '../places/places-desk.rules'
import { GIVERS } from '../roles/roles.rules'
import { ANSWERING_ROLES, ROSTER_ROLES } from './desk-roles'
import { DESK_HOME_TEXT } from './desk.text'

const TEXT = DESK_HOME_TEXT

interface Row {
  icon: IconName
  title: string
  say: string
  roles: readonly Role[]
  open: () => unknown
}

const ROWS: readonly Row[] = [
  {
    icon: 'check',
    title: TEXT.requests,
    say: TEXT.requestsSay,
    roles: ROSTER_ROLES,
    open: openDeskRequests,
  },
  {
    icon: 'person',
    title: TEXT.people,
    say: TEXT.peopleSay,
    roles: ROSTER_ROLES,
    open: openDeskPeople,
  },
  {
    icon: 'book',
    title: TEXT.import,
    say: TEXT.importSay,
    roles: ROSTER_ROLES,
    open: openDeskImport,
  },
  { icon: 'family', title: TEXT.roles, say: TEXT.rolesSay, roles: GIVERS, open: openDeskRoles },
  {
    icon: 'home',
    title: TEXT.places,
    say: TEXT.placesSay,
    roles: PLACE_ROLES,
    open: openDeskPlaces,
  },
  {
    icon: 'shield',
    title: TEXT.audit,
    say: TEXT.auditSay,
    roles: ANSWERING_ROLES,
    open: openDeskAudit,
  },
]

/**
 * The account's ways at the desk. No counts: asking who waits is a look at their data, which would stand
 * in the audit trail each time this is passed by.
 */
export function AccountDeskRows() {
  const mine = useMyself()?.roles ?? []
  return (
    <>
      {ROWS.filter(({ roles }) => roles.some((role) => mine.includes(role))).map((row) => (
        <ListRow
          key={row.title}
          icon={row.icon}
          title={row.title}
          say={row.say}
          onTap={() => void row.open()}
        />
      ))}
    </>
  )
}
