import { useKnown } from '../../cloud/use-query'
import { openDesk } from '../../lib/routes'
import { ListRow } from '../../ui/list'
import { DESK_TEXT } from './desk.text'

/** The way to the desk among the rows of 我的, for those who work there. The cloud decides again who may read it. */
export function DeskEntry() {
  const me = useKnown('account.me', {})
  if (!me?.roles.includes('staff')) return null
  return (
    <ListRow
      icon="calendar"
      title={DESK_TEXT.entry}
      say={DESK_TEXT.entrySay}
      onTap={() => void openDesk()}
    />
  )
}
