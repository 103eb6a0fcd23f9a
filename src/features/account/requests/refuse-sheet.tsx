import { useState } from 'react'
import type { JoinRequest } from '../../../../types/contract/account-joining'
import { LIMITS } from '../../../../types/contract/limits'
import { useCommand } from '../../../cloud/use-command'
import { Chips } from '../../../ui/chips'
import { Notice } from '../../../ui/notice'
import { Sheet } from '../../../ui/sheet'
import { Say, Stack } from '../../../ui/stack'
import { TextField } from '../../../ui/text-field'
import { REQUESTS_TEXT } from './requests.text'

const TEXT = REQUESTS_TEXT

interface RefuseSheetProps {
  request: JoinRequest
  onStay: () => void
  onDone: (reply: JoinRequest) => void
}

/** Refuses with a reason: a ready one, or in own words. */
export function RefuseSheet({ request, onStay, onDone }: RefuseSheetProps) {
  const { requestId, kind } = request
  const answer = useCommand('account.answerRequest')
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const ready: readonly string[] = TEXT.reasons[kind]

  const write = (next: string) => {
    setMissing(false)
    setReason(next)
  }
  const refuse = async () => {
    if (reason.trim() === '') return setMissing(true)
    const result = await answer.run({ requestId, answer: 'refuse', say: reason })
    if (result?.ok) onDone(result.data)
  }
  return (
    <Sheet
      title={TEXT.refuseTitle}
      stay={{ say: TEXT.stay, onTap: onStay }}
      act={{
        say: TEXT.refuseAct,
        onTap: () => void refuse(),
        busy: answer.says(TEXT.refusing),
      }}
    >
      <Stack>
        <Say>{TEXT.refuseSay}</Say>
        <Chips
          options={ready}
          chosen={[reason]}
          onToggle={(one) => write(one === reason ? '' : one)}
        />
        <TextField
          label={TEXT.reasonTyped}
          hint={TEXT.reasonHint}
          value={ready.includes(reason) ? '' : reason}
          onChange={write}
          maxLength={LIMITS.sentenceChars}
          problem={missing ? TEXT.reasonMissing : undefined}
        />
        {answer.error ? <Notice tone="warn">{answer.error.message}</Notice> : null}
      </Stack>
    </Sheet>
  )
}
