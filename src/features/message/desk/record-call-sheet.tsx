import { useState } from 'react'
import { LIMITS } from '../../../../types/contract/limits'
import type { PersonToCall } from '../../../../types/contract/message'
import { useCommand } from '../../../cloud/use-command'
import { openDeskPerson } from '../../../lib/routes'
import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'
import { Options } from '../../../ui/options'
import { Sheet } from '../../../ui/sheet'
import { Say, Stack } from '../../../ui/stack'
import { TextField } from '../../../ui/text-field'
import { sentenceOf } from '../message.format'
import { OFFICE_TEXT } from './office.text'

const TEXT = OFFICE_TEXT.calls
type Result = NonNullable<PersonToCall['call']>['result']
const RESULTS = Object.keys(TEXT.result) as Result[]

interface RecordCallSheetProps {
  person: PersonToCall
  now: number
  onStay: () => void
  onDone: (reply: PersonToCall) => void
}

/** What became of a call; the number stands on the person's card, where looking at it needs a reason. */
export function RecordCallSheet({ person, now, onStay, onDone }: RecordCallSheetProps) {
  const { callId, residentId, name, about } = person
  const record = useCommand('message.recordCall')
  const [result, setResult] = useState<Result>()
  const [note, setNote] = useState('')
  const [missing, setMissing] = useState(false)
  const run = async () => {
    if (!result) return setMissing(true)
    const typed = note.trim()
    const reply = await record.run({ callId, result, ...(typed ? { note: typed } : {}) })
    if (reply?.ok) onDone(reply.data)
  }
  return (
    <Sheet
      title={name}
      stay={{ say: TEXT.stay, onTap: onStay }}
      act={{
        say: TEXT.save,
        onTap: () => void run(),
        busy: record.says(TEXT.saving),
        kind: 'main',
      }}
    >
      <Stack>
        <Say>{sentenceOf(about, now)}</Say>
        <Button
          kind="second"
          icon="phone"
          onTap={() => {
            onStay()
            void openDeskPerson(residentId)
          }}
        >
          {TEXT.person}
        </Button>
        <Options
          label={TEXT.record}
          options={RESULTS.map((value) => ({ value, title: TEXT.result[value] }))}
          chosen={result}
          onChoose={(value) => {
            setMissing(false)
            setResult(value)
          }}
        />
        <TextField
          label={TEXT.note}
          hint={TEXT.noteHint}
          value={note}
          onChange={setNote}
          maxLength={LIMITS.sentenceChars}
        />
        {missing ? <Notice tone="warn">{TEXT.missing}</Notice> : null}
        {record.error ? <Notice tone="warn">{record.error.message}</Notice> : null}
      </Stack>
    </Sheet>
  )
}
