import { useKnown } from '../../cloud/use-query'
import { openMessages } from '../../lib/routes'
import { ListRow } from '../../ui/list'
import { MESSAGE_TEXT } from './message.text'

/** My messages among the rows of 我的, with how many are unread when that is known. */
export function MessageEntry() {
  const unread = useKnown('home.view', {}, { as: 'me' })?.message?.unread
  return (
    <ListRow
      icon="bell"
      title={MESSAGE_TEXT.title}
      say={unread ? MESSAGE_TEXT.unread(unread) : MESSAGE_TEXT.entrySay}
      onTap={() => void openMessages()}
    />
  )
}
