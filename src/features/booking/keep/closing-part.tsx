import { type ReactNode, useState } from 'react'
import type { Offered } from '../../../../types/contract/booking-catalogue'
import type { Closure } from '../../../../types/contract/booking-times'
import { formatFullDay } from '../../../lib/time.format'
import { Button } from '../../../ui/button'
import { Badge } from '../../../ui/badge'
import { Facts } from '../../../ui/facts'
import { Notice } from '../../../ui/notice'
import { Heading, Say, Stack } from '../../../ui/stack'
import { ClosingForm } from './closing-form'
import { KEEP_TEXT } from './keep.text'
import { ReopenSheet } from './reopen-sheet'

const TEXT = KEEP_TEXT.closing
const TONE = { closing: 'warn', closed: 'plain', reopened: 'accent' } as const

interface ClosingPartProps {
  offered: Offered
  closures: readonly Closure[]
  /** Staff of the community may close a whole place. */
  office: boolean
  now: number
  onSheet: (sheet: ReactNode) => void
  onClosure: (closure: Closure) => void
}

/** The days on which a service is not given: those that are known, and another. */
export function ClosingPart({ offered, closures, office, now, ...on }: ClosingPartProps) {
  const [writing, setWriting] = useState(false)
  const [said, setSaid] = useState<string>()
  const done = (closure: Closure, say: string) => {
    on.onSheet(null)
    on.onClosure(closure)
    setWriting(false)
    setSaid(say)
  }
  if (writing) {
    return (
      <ClosingForm
        offered={offered}
        office={office}
        now={now}
        onSheet={on.onSheet}
        onLeave={() => setWriting(false)}
        onDone={(closure) => done(closure, TEXT.done)}
      />
    )
  }
  const inOrder = [...closures].sort((a, b) => a.day.localeCompare(b.day))
  return (
    <Stack>
      <Say>{TEXT.say}</Say>
      {said ? (
        <Notice tone="plain" icon="check">
          {said}
        </Notice>
      ) : null}
      {closures.length === 0 ? <Say>{TEXT.none}</Say> : null}
      {inOrder.map((closure) => (
        <Stack card key={closure.closureId}>
          <Heading>{whenSaid(closure, now)}</Heading>
          <Badge tone={TONE[closure.state]}>{TEXT.state[closure.state]}</Badge>
          <Facts
            rows={[
              { label: TEXT.facts.of, value: closure.name },
              { label: TEXT.facts.why, value: closure.say },
              {
                label: TEXT.facts.moved,
                value: closure.moveTo && formatFullDay(closure.moveTo, now),
              },
              { label: TEXT.facts.visits, value: TEXT.people(closure.visits) },
            ]}
          />
          {closure.toCall.length > 0 ? (
            <Notice tone="warn" icon="phone">
              {TEXT.call(closure.toCall)}
            </Notice>
          ) : null}
          {closure.state === 'reopened' ? null : (
            <Button
              kind="second"
              onTap={() =>
                on.onSheet(
                  <ReopenSheet
                    closureId={closure.closureId}
                    onStay={() => on.onSheet(null)}
                    onDone={(reopened) => done(reopened, TEXT.reopened)}
                  />,
                )
              }
            >
              {TEXT.reopen}
            </Button>
          )}
        </Stack>
      ))}
      <Button
        onTap={() => {
          setSaid(undefined)
          setWriting(true)
        }}
      >
        {TEXT.add}
      </Button>
    </Stack>
  )
}

const whenSaid = ({ day, hours }: Closure, now: number): string =>
  [formatFullDay(day, now), hours && `${hours.from}–${hours.to}`].filter(Boolean).join(' ')
