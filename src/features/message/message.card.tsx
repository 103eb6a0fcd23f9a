import type { Contract } from '../../../types/contract'
import { openMessages } from '../../lib/routes'
import { List, ListRow } from '../../ui/list'
import { MESSAGE_TEXT } from './message.text'

/** The way to what I have not read, as long as there is something. */
export function MessageCard({ view }: { view: Contract['home.view']['output'] }) {
  const unread = view.message?.unread
  if (!unread) return null
  return (
    <List>
      <ListRow
        icon="bell"
        title={MESSAGE_TEXT.title}
        say={MESSAGE_TEXT.unread(unread)}
        onTap={() => void openMessages()}
      />
    </List>
  )
}
