import { useState } from 'react'
import type { CallEntry, CallResult } from '../../../../../types/contract/announcement-desk'
import { LIMITS } from '../../../../../types/contract/limits'
import { useCommand } from '../../../../cloud/use-command'
import { callPhone } from '../../../../lib/phone-call'
import { formatMoment } from '../../../../lib/time.format'
import { Button } from '../../../../ui/button'
import { Section } from '../../../../ui/card'
import { Facts } from '../../../../ui/facts'
import { Notice } from '../../../../ui/notice'
import { Options } from '../../../../ui/options'
import { Heading, Say, Stack } from '../../../../ui/stack'
import { TextField } from '../../../../ui/text-field'
import { CALLS_TEXT as TEXT } from './calls.text'

const RESULTS = Object.keys(TEXT.result) as CallResult[]

interface CallPaneProps {
  entry: CallEntry
  one: { region: string; announcementId: string }
  now: number
  onRecorded: (entry: CallEntry) => void
}

/** One person of a call list: the number, which is looked at for this call, and what became of it. */
export function CallPane({ entry, one, now, onRecorded }: CallPaneProps) {
  const { residentId, name, home, why, withoutPhone, call } = entry
  const reveal = useCommand('announcement.revealPhone')
  const record = useCommand('announcement.recordCall')
  const [seen, setSeen] = useState<{ phone?: string | undefined }>()
  const [result, setResult] = useState<CallResult>()
  const [note, setNote] = useState('')
  const [missing, setMissing] = useState(false)

  const look = async () => {
    const reply = await reveal.run({ ...one, residentId })
    if (reply?.ok) setSeen(reply.data)
  }
  const save = async () => {
    if (!result) return setMissing(true)
    const typed = note.trim()
    const reply = await record.run({
      ...one,
      residentId,
      result,
      ...(typed ? { note: typed } : {}),
    })
    if (reply?.ok) onRecorded(reply.data)
  }
  const { phone } = seen ?? {}
  return (
    <Stack>
      <Stack card>
        <Heading>{name}</Heading>
        <Facts rows={[{ label: TEXT.home, value: home }]} />
        <Say>
          {[...why.map((one) => TEXT.why[one]), ...(withoutPhone ? [TEXT.withoutPhone] : [])].join(
            '、',
          )}
        </Say>
        {call ? (
          <Notice tone="plain" icon="phone">
            {TEXT.former(
              [TEXT.result[call.result], call.note].filter(Boolean).join('，'),
              call.by,
              formatMoment(call.at, now),
            )}
          </Notice>
        ) : null}
        {phone ? (
          <Button icon="phone" onTap={() => callPhone(phone)}>
            {TEXT.dial(phone)}
          </Button>
        ) : seen ? (
          <Notice tone="warn">{TEXT.noPhone}</Notice>
        ) : (
          <>
            <Button icon="phone" busy={reveal.says(TEXT.revealing)} onTap={() => void look()}>
              {TEXT.reveal}
            </Button>
            <Say>{TEXT.revealSay}</Say>
          </>
        )}
        {reveal.error ? <Notice tone="warn">{reveal.error.message}</Notice> : null}
      </Stack>
      <Section title={TEXT.record}>
        <Stack card>
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
          <Button busy={record.says(TEXT.saving)} onTap={() => void save()}>
            {TEXT.save}
          </Button>
        </Stack>
      </Section>
    </Stack>
  )
}
