import type { Asked } from '../../../types/contract/message-office'
import { LIMITS } from '../../../types/contract/limits'
import { updateQuery } from '../../cloud/query-cache'
import { useAskMessages } from '../../cloud/use-ask-messages'
import { useCommand } from '../../cloud/use-command'
import { openDirectory } from '../../lib/routes'
import { useDraft } from '../../lib/use-draft'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Notice } from '../../ui/notice'
import { Say } from '../../ui/stack'
import { TextField } from '../../ui/text-field'
import './ask-staff.css'
import { MESSAGE_TEXT } from './message.text'

const TEXT = MESSAGE_TEXT.askStaff

interface Draft {
  text: string
}
const NOTHING: Draft = { text: '' }

/** What was being written, as the phone kept it. */
function draftFrom(kept: unknown): Draft {
  const { text } = (kept ?? {}) as { text?: unknown }
  return typeof text === 'string' ? { text } : NOTHING
}

interface AskStaffFormProps {
  onSent: (asked: Asked) => void
  /** Something new is being written. */
  onChange: () => void
}

/** What somebody wants to know of the office. What was typed outlasts every refusal. */
export function AskStaffForm({ onSent, onChange }: AskStaffFormProps) {
  const { draft, latest, change, drop } = useDraft('ask-staff', NOTHING, draftFrom)
  const ask = useCommand('message.askStaff')
  const askMessages = useAskMessages()
  const send = async () => {
    askMessages(['reply', 'announcement'])
    const result = await ask.run({ text: latest().text.trim() })
    if (!result?.ok) return
    drop()
    const asked = result.data
    updateQuery('message.listAsked', {}, result.whom, (page) => ({
      ...page,
      items: [asked, ...page.items],
    }))
    onSent(asked)
  }
  return (
    <Card className="ask-staff__form">
      <TextField
        kind="text"
        label={TEXT.label}
        hint={TEXT.hint}
        value={draft.text}
        onChange={(text) => {
          onChange()
          change(() => ({ text }))
        }}
        maxLength={LIMITS.questionChars}
        problem={ask.error?.fields?.text}
      />
      <Say>{`${TEXT.privacy}${TEXT.deadline}`}</Say>
      {ask.error && !ask.error.fields?.text ? (
        <Notice tone="danger">{ask.error.message}</Notice>
      ) : null}
      <Button
        busy={ask.says(TEXT.sending)}
        disabled={draft.text.trim().length < 2}
        onTap={() => void send()}
      >
        {TEXT.send}
      </Button>
      <Button kind="second" icon="phone" onTap={() => void openDirectory()}>
        {TEXT.calls}
      </Button>
    </Card>
  )
}
