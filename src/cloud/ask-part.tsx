import type { ReactNode } from 'react'
import type { CommandName, Contract } from '../../types/contract'
import { LIMITS } from '../../types/contract/limits'
import { keptLike } from '../lib/kept-like'
import { useDraft } from '../lib/use-draft'
import { Button } from '../ui/button'
import { Notice } from '../ui/notice'
import { Say } from '../ui/stack'
import { TextField } from '../ui/text-field'
import { useAskMessages } from './use-ask-messages'
import { useCommand } from './use-command'

type AskName = Extract<CommandName, 'announcement.ask' | 'message.askStaff'>

interface AskPartProps<Name extends AskName> {
  name: Name
  /** By which name the phone keeps what is being written. */
  draftName: string
  inputOf: (text: string) => Contract[Name]['input']
  text: Record<'label' | 'hint' | 'say' | 'send' | 'sending', string>
  /** `whom`: for whom it was asked, when that is not the caller. */
  onSent: (sent: Contract[Name]['output'], whom: string | undefined) => void
  /** Something new is being written. */
  onChange?: () => void
  /** What else can be done; `busy`: while it is being sent. */
  children: (busy: boolean) => ReactNode
}

const NOTHING = { text: '' }
const draftFrom = keptLike(NOTHING)

/** A question to the office. What was typed outlasts every refusal; whoever asks may be sent the answer. */
export function AskPart<Name extends AskName>(props: AskPartProps<Name>) {
  const { name, draftName, inputOf, text, onSent, onChange, children } = props
  const { draft, latest, change, drop } = useDraft(draftName, NOTHING, draftFrom)
  const ask = useCommand(name)
  const askMessages = useAskMessages()
  const send = async () => {
    askMessages(['reply', 'announcement'])
    const result = await ask.run(inputOf(latest().text.trim()))
    if (!result?.ok) return
    drop()
    onSent(result.data, result.whom)
  }
  const problem = ask.error?.fields?.text
  return (
    <>
      <TextField
        kind="text"
        label={text.label}
        hint={text.hint}
        value={draft.text}
        onChange={(typed) => {
          onChange?.()
          change(() => ({ text: typed }))
        }}
        maxLength={LIMITS.questionChars}
        problem={problem}
      />
      <Say>{text.say}</Say>
      {ask.error && !problem ? <Notice tone="danger">{ask.error.message}</Notice> : null}
      <Button
        busy={ask.says(text.sending)}
        disabled={draft.text.trim().length < 2}
        onTap={() => void send()}
      >
        {text.send}
      </Button>
      {children(ask.busy)}
    </>
  )
}
