import { openAskStaff } from '../../lib/routes'
import { ListRow } from '../../ui/list'
import { MESSAGE_TEXT } from './message.text'

const TEXT = MESSAGE_TEXT.askStaff

/** A question to the office among the rows of 我的; the messages have a tab of their own. */
export function AskStaffEntry() {
  return (
    <ListRow icon="chat" title={TEXT.title} say={TEXT.entrySay} onTap={() => void openAskStaff()} />
  )
}
