import { type ReactNode, useState } from 'react'
import type { Offered } from '../../../../types/contract/booking-catalogue'
import type { Pattern } from '../../../../types/contract/booking-times'
import { dayOf, formatDate } from '../../../lib/time.format'
import { Button } from '../../../ui/button'
import { Facts } from '../../../ui/facts'
import { Notice } from '../../../ui/notice'
import { Heading, Say, Stack } from '../../../ui/stack'
import { EndPatternSheet } from './end-pattern-sheet'
import { daysSaid } from './days.format'
import { KEEP_TEXT } from './keep.text'
import { PatternForm } from './pattern-form'

const TEXT = KEEP_TEXT.times

interface TimesPartProps {
  offered: Offered
  patterns: readonly Pattern[]
  now: number
  onSheet: (sheet: ReactNode) => void
  onPattern: (pattern: Pattern) => void
  onStale: () => void
}

/** The weeks of a service: those that hold, and one that is written. */
export function TimesPart({ offered, patterns, now, onSheet, onPattern, onStale }: TimesPartProps) {
  /** The one that is changed; null for a new one. */
  const [writing, setWriting] = useState<Pattern | null>()
  const [said, setSaid] = useState<string>()
  const today = dayOf(now)
  const holding = patterns.filter(({ plan: { untilDay = today } }) => untilDay >= today)
  const write = (pattern: Pattern | null) => {
    setSaid(undefined)
    setWriting(pattern)
  }
  if (writing !== undefined) {
    const latest = patterns.find(({ patternId }) => patternId === writing?.patternId)
    return (
      <PatternForm
        offered={offered}
        before={latest}
        now={now}
        onLeave={() => setWriting(undefined)}
        onDone={(pattern) => {
          onPattern(pattern)
          setWriting(undefined)
          setSaid(TEXT.saved)
        }}
        onStale={onStale}
      />
    )
  }
  return (
    <Stack>
      <Say>{holding.length === 0 ? TEXT.none : TEXT.say}</Say>
      {said ? (
        <Notice tone="plain" icon="check">
          {said}
        </Notice>
      ) : null}
      {holding.map((pattern) => (
        <Stack card key={pattern.patternId}>
          <Heading>{daysSaid(pattern.plan.weekdays)}</Heading>
          <Facts rows={rowsOf(pattern, now)} />
          <Button kind="second" onTap={() => write(pattern)}>
            {TEXT.change}
          </Button>
          <Button
            kind="second"
            onTap={() =>
              onSheet(
                <EndPatternSheet
                  pattern={pattern}
                  today={today}
                  onStay={() => onSheet(null)}
                  onStale={onStale}
                  onDone={(ended) => {
                    onSheet(null)
                    onPattern(ended)
                    setSaid(TEXT.endDone)
                  }}
                />,
              )
            }
          >
            {TEXT.end}
          </Button>
        </Stack>
      ))}
      <Button onTap={() => write(null)}>{TEXT.add}</Button>
    </Stack>
  )
}

function rowsOf({ plan, times }: Pattern, now: number) {
  const { fromDay, untilDay, capacity, place, holidays } = plan
  return [
    { label: TEXT.facts.times, value: TEXT.starts(times) },
    { label: TEXT.facts.room, value: TEXT.places(capacity) },
    { label: TEXT.facts.place, value: place },
    {
      label: TEXT.facts.when,
      value: TEXT.until(formatDate(fromDay, now), untilDay && formatDate(untilDay, now)),
    },
    { label: TEXT.facts.holidays, value: TEXT.holiday[holidays] },
  ]
}
