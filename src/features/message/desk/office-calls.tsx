import { type ReactNode, useState } from 'react'
import { useMyself } from '../../../cloud/use-myself'
import type { PersonToCall } from '../../../../types/contract/message-calls'
import { usePages } from '../../../cloud/use-pages'
import { formatMoment } from '../../../lib/time.format'
import { Section } from '../../../ui/card'
import { CALL_RESULT_TEXT } from '../../../ui/call-result.text'
import { List } from '../../../ui/list'
import { Loaded } from '../../../ui/loaded'
import { LoadMore } from '../../../ui/load-more'
import { Notice } from '../../../ui/notice'
import { PickRow } from '../../../ui/pick-row'
import { Say, Stack } from '../../../ui/stack'
import { UI_TEXT } from '../../../ui/ui.text'
import { sentenceOf } from '../message.format'
import { OFFICE_ROLES } from './office-roles'
import { OFFICE_TEXT } from './office.text'
import { RecordCallSheet } from './record-call-sheet'

const TEXT = OFFICE_TEXT.calls
/** What ends a call: the person knows, or wants to hear nothing. */
const ENDED: readonly (string | undefined)[] = ['told', 'visited', 'refused']

interface OfficeCallsProps {
  onSheet: (sheet: ReactNode) => void
}

/** Whom the office calls because a message that must reach them could not; nothing for those of no office. */
export function OfficeCalls({ onSheet }: OfficeCallsProps) {
  const mine = useMyself()?.roles ?? []
  return mine.some((role) => OFFICE_ROLES.includes(role)) ? <Waiting onSheet={onSheet} /> : null
}

function Waiting({ onSheet }: OfficeCallsProps) {
  const pages = usePages('message.listCalls')
  const [said, setSaid] = useState<string>()
  const waiting = pages.items.filter(({ call }) => !ENDED.includes(call?.result))
  const open = (person: PersonToCall, now: number) =>
    onSheet(
      <RecordCallSheet
        person={person}
        now={now}
        onStay={() => onSheet(null)}
        onDone={(reply) => {
          pages.change((one) => (one.callId === reply.callId ? reply : one))
          setSaid(TEXT.saved(reply.name))
          onSheet(null)
        }}
      />,
    )
  return (
    <Section title={TEXT.title}>
      <Loaded
        load={pages.first}
        skeleton={<Say>{UI_TEXT.loading}</Say>}
        onRetry={() => void pages.first.refresh()}
      >
        {(_, now) => (
          <Stack>
            {said ? (
              <Notice tone="plain" icon="check">
                {said}
              </Notice>
            ) : null}
            <Say>{waiting.length === 0 ? TEXT.empty : TEXT.say}</Say>
            {waiting.length > 0 ? (
              <List>
                {waiting.map((person) => (
                  <PickRow
                    key={person.callId}
                    title={[person.name, person.home].filter(Boolean).join('，')}
                    say={sentenceOf(person.about, now)}
                    more={[
                      TEXT.since(formatMoment(person.since, now)),
                      person.call && CALL_RESULT_TEXT.result[person.call.result],
                    ]
                      .filter(Boolean)
                      .join('，')}
                    onTap={() => open(person, now)}
                  />
                ))}
              </List>
            ) : null}
            <LoadMore pages={pages} say={TEXT.more} />
          </Stack>
        )}
      </Loaded>
    </Section>
  )
}
