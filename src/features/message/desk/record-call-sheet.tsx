import type { PersonToCall } from '../../../../types/contract/message-calls'
import { useCommand } from '../../../cloud/use-command'
import { openDeskPerson } from '../../../lib/routes'
import { Button } from '../../../ui/button'
import { CallResultFields, useCallResult } from '../../../ui/call-result'
import { Notice } from '../../../ui/notice'
import { Sheet } from '../../../ui/sheet'
import { Say, Stack } from '../../../ui/stack'
import { sentenceOf } from '../message.format'
import { OFFICE_TEXT } from './office.text'

const TEXT = OFFICE_TEXT.calls

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
  const { fields, take } = useCallResult()
  const run = async () => {
    const given = take()
    if (!given) return
    const reply = await record.run({ callId, ...given })
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
        <CallResultFields fields={fields} />
        {record.error ? <Notice tone="warn">{record.error.message}</Notice> : null}
      </Stack>
    </Sheet>
  )
}
