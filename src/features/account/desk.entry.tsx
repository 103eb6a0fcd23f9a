import { useMyself } from '../../cloud/use-myself'
import { openDeskHome } from '../../lib/routes'
import { ListRow } from '../../ui/list'
import { DESK_HOME_TEXT } from './desk/desk.text'
import { DESK_ROLES } from './desk/desk-roles'

/** The way to the staff's own room among the rows of 我的: one row, whatever is behind it. */
export function DeskHomeEntry() {
  const me = useMyself()
  if (!me?.roles.some((role) => DESK_ROLES.includes(role))) return null
  return (
    <ListRow
      icon="services"
      title={DESK_HOME_TEXT.title}
      say={DESK_HOME_TEXT.entrySay}
      onTap={() => void openDeskHome()}
    />
  )
}
