import { useActing } from '../../../lib/acting'
import { openMyCode } from '../../../lib/routes'
import { ListRow } from '../../../ui/list'
import { CARE_TEXT } from './care.text'

/** The way to one's own code among the rows of 我的; for another, to the digits of their visits. */
export function CareEntry() {
  const acting = useActing()
  return (
    <ListRow
      icon="scan"
      title={acting ? CARE_TEXT.code.titleFor(acting.name) : CARE_TEXT.code.title}
      say={acting ? CARE_TEXT.code.entrySayFor : CARE_TEXT.code.entrySay}
      onTap={() => void openMyCode()}
    />
  )
}
