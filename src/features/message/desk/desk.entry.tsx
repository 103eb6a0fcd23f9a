import { useMyself } from '../../../cloud/use-myself'
import { openDeskOffice } from '../../../lib/routes'
import { ListRow } from '../../../ui/list'
import { OFFICE_ROLES } from './office-roles'
import { OFFICE_TEXT as TEXT } from './office.text'

/** The way to what residents ask the office. */
export function OfficeDeskRow() {
  const mine = useMyself()?.roles ?? []
  if (!mine.some((role) => OFFICE_ROLES.includes(role))) return null
  return (
    <ListRow
      icon="book"
      title={TEXT.entry}
      say={TEXT.entrySay}
      onTap={() => void openDeskOffice()}
    />
  )
}
