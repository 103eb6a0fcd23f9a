import type { Asked } from '../../../types/contract/message-office'
import { AskPart } from '../../cloud/ask-part'
import { updateQuery } from '../../cloud/query-cache'
import { openDirectory } from '../../lib/routes'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import './ask-staff.css'
import { MESSAGE_TEXT } from './message.text'

const TEXT = MESSAGE_TEXT.askStaff

interface AskStaffFormProps {
  onSent: (asked: Asked) => void
  /** Something new is being written. */
  onChange: () => void
}

/** What somebody wants to know of the office. */
export function AskStaffForm({ onSent, onChange }: AskStaffFormProps) {
  return (
    <Card className="ask-staff__form">
      <AskPart
        name="message.askStaff"
        draftName="ask-staff"
        inputOf={(text) => ({ text })}
        text={{ ...TEXT, say: `${TEXT.privacy}${TEXT.deadline}` }}
        onSent={(asked, whom) => {
          updateQuery('message.listAsked', {}, whom, (page) => ({
            ...page,
            items: [asked, ...page.items],
          }))
          onSent(asked)
        }}
        onChange={onChange}
      >
        {() => (
          <Button kind="second" icon="phone" onTap={() => void openDirectory()}>
            {TEXT.calls}
          </Button>
        )}
      </AskPart>
    </Card>
  )
}
