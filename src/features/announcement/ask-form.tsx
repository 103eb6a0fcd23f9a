import { View } from '@tarojs/components'
import type { ShownQuestion } from '../../../types/contract/announcement-reading'
import { LIMITS } from '../../../types/contract/limits'
import { updateQuery } from '../../cloud/query-cache'
import { useAskMessages } from '../../cloud/use-ask-messages'
import { useCommand } from '../../cloud/use-command'
import { useDraft } from '../../lib/use-draft'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'
import { Say } from '../../ui/stack'
import { TextField } from '../../ui/text-field'
import { ANNOUNCEMENT_TEXT } from './announcement.text'

const TEXT = ANNOUNCEMENT_TEXT.questions

interface Draft {
  text: string
}
const NOTHING: Draft = { text: '' }

/** What was being asked, as the phone kept it. */
function draftFrom(kept: unknown): Draft {
  const { text } = (kept ?? {}) as { text?: unknown }
  return typeof text === 'string' ? { text } : NOTHING
}

interface AskFormProps {
  announcementId: string
  onSent: (question: ShownQuestion) => void
  onLeave: () => void
}

/** A question to the office below an announcement. What was typed outlasts every refusal. */
export function AskForm({ announcementId, onSent, onLeave }: AskFormProps) {
  const { draft, latest, change, drop } = useDraft(`question.${announcementId}`, NOTHING, draftFrom)
  const ask = useCommand('announcement.ask')
  const askMessages = useAskMessages()
  const send = async () => {
    askMessages(['reply', 'announcement'])
    const result = await ask.run({ announcementId, text: latest().text.trim() })
    if (!result?.ok) return
    drop()
    const question = result.data
    updateQuery('announcement.view', { announcementId }, result.whom, (view) =>
      view.state === 'published' ? { ...view, questions: [question, ...view.questions] } : view,
    )
    onSent(question)
  }
  return (
    <View className="ask-form">
      <TextField
        kind="text"
        label={TEXT.askLabel}
        hint={TEXT.askHint}
        value={draft.text}
        onChange={(text) => change(() => ({ text }))}
        maxLength={LIMITS.questionChars}
        problem={ask.error?.fields?.text}
      />
      <Say>{TEXT.say}</Say>
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
      <Button kind="second" disabled={ask.busy} onTap={onLeave}>
        {TEXT.leave}
      </Button>
    </View>
  )
}
