import { useState } from 'react'
import { LIMITS } from '../../../../types/contract/limits'
import type { Visit } from '../../../../types/contract/booking-visits'
import { useCommand } from '../../../cloud/use-command'
import { useQuery } from '../../../cloud/use-query'
import { Button } from '../../../ui/button'
import { Loaded } from '../../../ui/loaded'
import { Notice } from '../../../ui/notice'
import { Heading, Say, Stack } from '../../../ui/stack'
import { TextField } from '../../../ui/text-field'
import { UI_TEXT } from '../../../ui/ui.text'
import { whichOf } from './visit.doing'
import { VISIT_TEXT as TEXT } from './visit.text'

interface ResultPartProps {
  visit: Visit
  onLeave: () => void
  onDone: (visit: Visit) => void
}

/** What the person and their family read of the visit. It is not kept on this phone: it may say how somebody is. */
export function ResultPart(props: ResultPartProps) {
  const { visit } = props
  const written = visit.hasResult === true
  const query = useQuery('booking.readResult', whichOf(visit), { wanted: written })
  if (!written) return <ResultForm text="" {...props} />
  return (
    <Loaded
      load={query}
      skeleton={<Say>{UI_TEXT.loading}</Say>}
      onRetry={() => void query.refresh()}
    >
      {({ text = '' }) => <ResultForm text={text} {...props} />}
    </Loaded>
  )
}

function ResultForm({ visit, text, onLeave, onDone }: ResultPartProps & { text: string }) {
  const save = useCommand('booking.saveResult')
  const [typed, setTyped] = useState(text)
  const [missing, setMissing] = useState(false)
  const run = async () => {
    const words = typed.trim()
    if (words === '') return setMissing(true)
    const reply = await save.run({ ...whichOf(visit), text: words })
    if (reply?.ok) onDone(reply.data)
  }
  return (
    <Stack card>
      <Heading>{TEXT.resultTitle}</Heading>
      <Say>{TEXT.resultSay}</Say>
      <TextField
        kind="text"
        label={TEXT.resultTitle}
        hint={TEXT.resultHint}
        value={typed}
        onChange={(next) => {
          setMissing(false)
          setTyped(next)
        }}
        maxLength={LIMITS.resultChars}
        problem={missing ? TEXT.resultMissing : undefined}
      />
      {save.error ? <Notice tone="warn">{save.error.message}</Notice> : null}
      <Button busy={save.says(TEXT.resultBusy)} onTap={() => void run()}>
        {TEXT.resultSave}
      </Button>
      <Button kind="second" disabled={save.busy} onTap={onLeave}>
        {TEXT.leave}
      </Button>
    </Stack>
  )
}
