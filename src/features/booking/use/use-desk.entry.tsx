import { useMyself } from '../../../cloud/use-myself'
import { openDeskRatings, openDeskUse } from '../../../lib/routes'
import { ListRow } from '../../../ui/list'
import { CARE_ROLES } from '../care/care-roles'
import { USE_TEXT } from './use.text'

/** The ways to what people said of services, and to how they are used. */
export function UseDeskRows() {
  const mine = useMyself()?.roles ?? []
  if (!mine.some((role) => CARE_ROLES.includes(role))) return null
  return (
    <>
      <ListRow
        icon="chat"
        title={USE_TEXT.ratings.entry}
        say={USE_TEXT.ratings.entrySay}
        onTap={() => void openDeskRatings()}
      />
      <ListRow
        icon="activity"
        title={USE_TEXT.figures.entry}
        say={USE_TEXT.figures.entrySay}
        onTap={() => void openDeskUse()}
      />
    </>
  )
}
