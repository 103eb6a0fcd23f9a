import { useMyself } from '../../../cloud/use-myself'
import { openDeskCare, openDeskVisits } from '../../../lib/routes'
import { ListRow } from '../../../ui/list'
import { CARE_ROLES } from './care-roles'
import { CARE_TEXT } from './care.text'

/** The ways to visits to homes, and to what of them is paid for, for staff and for providers' workers. */
export function CareDeskRows() {
  const mine = useMyself()?.roles ?? []
  if (!mine.some((role) => CARE_ROLES.includes(role))) return null
  return (
    <>
      <ListRow
        icon="care"
        title={CARE_TEXT.visits.entry}
        say={CARE_TEXT.visits.entrySay}
        onTap={() => void openDeskVisits()}
      />
      <ListRow
        icon="money"
        title={CARE_TEXT.account.entry}
        say={CARE_TEXT.account.entrySay}
        onTap={() => void openDeskCare()}
      />
    </>
  )
}
