import { useMyself } from '../../../cloud/use-myself'
import { openDeskServices } from '../../../lib/routes'
import { ListRow } from '../../../ui/list'
import { KEEPERS } from './keep-roles'
import { KEEP_TEXT } from './keep.text'

/** The way to the services themselves, for staff and for those who give them. */
export function KeepDeskRow() {
  const mine = useMyself()?.roles ?? []
  if (!mine.some((role) => KEEPERS.includes(role))) return null
  return (
    <ListRow
      icon="services"
      title={KEEP_TEXT.list.entry}
      say={KEEP_TEXT.list.entrySay}
      onTap={() => void openDeskServices()}
    />
  )
}
