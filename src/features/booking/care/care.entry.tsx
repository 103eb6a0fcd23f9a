import { useActing } from '../../../lib/acting'
import { openMyCode, openSubsidy } from '../../../lib/routes'
import { ListRow } from '../../../ui/list'
import { CARE_TEXT } from './care.text'

/** The ways to one's own code, or for another to the digits of their visits, and to what the government grants. */
export function CareEntries() {
  const acting = useActing()
  return (
    <>
      <ListRow
        icon="scan"
        title={acting ? CARE_TEXT.code.titleFor(acting.name) : CARE_TEXT.code.title}
        say={acting ? CARE_TEXT.code.entrySayFor : CARE_TEXT.code.entrySay}
        onTap={() => void openMyCode()}
      />
      <ListRow
        icon="money"
        title={acting ? CARE_TEXT.subsidy.titleFor(acting.name) : CARE_TEXT.subsidy.title}
        say={CARE_TEXT.subsidy.entrySay}
        onTap={() => void openSubsidy()}
      />
    </>
  )
}
