import { type ReactNode, useState } from 'react'
import type { CommandName, Contract } from '../../types/contract'
import { LIMITS } from '../../types/contract/limits'
import { keptLike } from '../lib/kept-like'
import { useDraft } from '../lib/use-draft'
import { Button } from '../ui/button'
import { Notice } from '../ui/notice'
import { Stack } from '../ui/stack'
import { TextField } from '../ui/text-field'
import { useCommand } from './use-command'

type AnswerName = Extract<CommandName, 'announcement.answer' | 'message.answerOfficeQuestion'>

/** An answer as it is being written. */
type Answer = { text: string } & Record<string, string | boolean>

interface AnswerPartProps<Name extends AnswerName, Draft extends Answer> {
  name: Name
  /** By which name the phone keeps what is being written. */
  draftName: string
  /** What was answered before, or nothing; the same for as long as it stands. */
  initial: Draft
  inputOf: (draft: Draft) => Contract[Name]['input']
  text: Record<'answer' | 'answerHint' | 'missing' | 'send' | 'change' | 'sending', string>
  /** There is an answer, which this one replaces. */
  again: boolean
  onDone: (reply: Contract[Name]['output']) => void
  /** Who reads it, or the choice of who does. */
  children: (draft: Draft, change: (next: (draft: Draft) => Draft) => void) => ReactNode
}

/** The answer to what somebody asked, kept on the phone while it is being written. */
export function AnswerPart<Name extends AnswerName, Draft extends Answer>(
  props: AnswerPartProps<Name, Draft>,
) {
  const { name, draftName, initial, inputOf, again, text: words, onDone, children } = props
  const { draft, change, drop } = useDraft(draftName, initial, keptLike(initial), { as: 'me' })
  const command = useCommand(name)
  const [missing, setMissing] = useState(false)
  const send = async () => {
    const text = draft.text.trim()
    if (text === '') return setMissing(true)
    const result = await command.run(inputOf({ ...draft, text }))
    if (!result?.ok) return
    drop()
    onDone(result.data)
  }
  return (
    <Stack card>
      <TextField
        kind="text"
        label={words.answer}
        hint={words.answerHint}
        value={draft.text}
        onChange={(text) => {
          setMissing(false)
          change((now) => ({ ...now, text }))
        }}
        maxLength={LIMITS.answerChars}
        problem={missing ? words.missing : undefined}
      />
      {children(draft, change)}
      {command.error ? <Notice tone="warn">{command.error.message}</Notice> : null}
      <Button busy={command.says(words.sending)} onTap={() => void send()}>
        {again ? words.change : words.send}
      </Button>
    </Stack>
  )
}
