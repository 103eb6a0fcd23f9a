import { useMyself } from '../../cloud/use-myself'
import { openDesk } from '../../lib/routes'
import { ListRow } from '../../ui/list'
import { CARE_ROLES } from './care/care-roles'
import { DAY_TEXT } from './day/day.text'

/** The way to the day's list, for staff and for those who give services. The cloud decides again who may read it. */
export function DeskEntry() {
  const mine = useMyself()?.roles ?? []
  if (!mine.some((role) => CARE_ROLES.includes(role))) return null
  return (
    <ListRow
      icon="calendar"
      title={DAY_TEXT.entry}
      say={DAY_TEXT.entrySay}
      onTap={() => void openDesk()}
    />
  )
}
