import { useState } from 'react'
import type { CallEntry } from '../../../../../types/contract/announcement-desk'
import { useCommand } from '../../../../cloud/use-command'
import { callPhone } from '../../../../lib/phone-call'
import { formatMoment } from '../../../../lib/time.format'
import { Button } from '../../../../ui/button'
import { CallResultFields, useCallResult } from '../../../../ui/call-result'
import { CALL_RESULT_TEXT } from '../../../../ui/call-result.text'
import { Section } from '../../../../ui/card'
import { Facts } from '../../../../ui/facts'
import { Notice } from '../../../../ui/notice'
import { Heading, Say, Stack } from '../../../../ui/stack'
import { CALLS_TEXT as TEXT } from './calls.text'

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
  const { fields, take } = useCallResult()

  const look = async () => {
    const reply = await reveal.run({ ...one, residentId })
    if (reply?.ok) setSeen(reply.data)
  }
  const save = async () => {
    const given = take()
    if (!given) return
    const reply = await record.run({ ...one, residentId, ...given })
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
              [CALL_RESULT_TEXT.result[call.result], call.note].filter(Boolean).join('，'),
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
      <Section title={CALL_RESULT_TEXT.record}>
        <Stack card>
          <CallResultFields fields={fields} />
          {record.error ? <Notice tone="warn">{record.error.message}</Notice> : null}
          <Button busy={record.says(TEXT.saving)} onTap={() => void save()}>
            {TEXT.save}
          </Button>
        </Stack>
      </Section>
    </Stack>
  )
}
