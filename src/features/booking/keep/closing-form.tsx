import { type ReactNode, useMemo, useState } from 'react'
import type { Offered } from '../../../../types/contract/booking-catalogue'
import type { Closure } from '../../../../types/contract/booking-times'
import { LIMITS } from '../../../../types/contract/limits'
import { addDays, dayOf } from '../../../lib/time.format'
import { useDraft } from '../../../lib/use-draft'
import { Button } from '../../../ui/button'
import { DayField } from '../../../ui/day-field'
import { Options } from '../../../ui/options'
import { Heading, Stack } from '../../../ui/stack'
import { FieldLabel, TextField } from '../../../ui/text-field'
import { ChoiceField } from './choice-field'
import {
  type ClosingDraft,
  closingInput,
  closingProblem,
  emptyClosing,
  keptClosing,
} from './closing.draft'
import { CloseSheet } from './close-sheet'
import { KEEP_TEXT } from './keep.text'
import { SpansField } from './spans-field'

const TEXT = KEEP_TEXT.closing
const WHOLE = 'whole'
const PART = 'part'

interface ClosingFormProps {
  offered: Offered
  office: boolean
  now: number
  onSheet: (sheet: ReactNode) => void
  onLeave: () => void
  onDone: (closure: Closure) => void
}

/** What is closed, when, what becomes of those who have booked, and why. */
export function ClosingForm({ offered, office, now, onSheet, onLeave, onDone }: ClosingFormProps) {
  const { serviceId, plan } = offered
  const tomorrow = addDays(dayOf(now), 1)
  const initial = useMemo(() => emptyClosing(tomorrow), [tomorrow])
  const { draft, latest, change, drop } = useDraft(
    `keep.closing.${serviceId}`,
    initial,
    (kept) => keptClosing(kept, initial),
    { as: 'me' },
  )
  const [problem, setProblem] = useState<ReturnType<typeof closingProblem>>()
  const [fields, setFields] = useState<Readonly<Record<string, string>>>({})
  const set = (part: Partial<ClosingDraft>) => {
    setProblem(undefined)
    setFields({})
    change((known) => ({ ...known, ...part }))
  }
  const wrong = {
    day: problem === 'day' ? TEXT.noDay : fields.day,
    hours: problem === 'hours' ? TEXT.badHours : (fields['hours.to'] ?? fields['hours.from']),
    moveTo: problem === 'moveTo' ? TEXT.badMove : fields.moveTo,
    say: problem === 'say' ? TEXT.noWhy : fields.say,
  }
  const look = () => {
    const found = closingProblem(latest())
    setProblem(found)
    if (found) return
    onSheet(
      <CloseSheet
        input={closingInput(serviceId, latest())}
        onStay={() => onSheet(null)}
        onRefused={(refused) => {
          onSheet(null)
          setFields(refused)
        }}
        onDone={(closure) => {
          drop()
          onDone(closure)
        }}
      />,
    )
  }
  const what = [
    'service' as const,
    'provider' as const,
    ...(office && plan.where === 'place' ? (['place'] as const) : []),
  ]
  const called = {
    service: plan.name,
    provider: offered.providerName,
    place: plan.place,
  }
  return (
    <Stack>
      <Heading>{TEXT.add}</Heading>
      <Stack card>
        <FieldLabel>{TEXT.of}</FieldLabel>
        <Options
          label={TEXT.of}
          options={what.map((value) => ({ value, title: TEXT.ofs[value], say: called[value] }))}
          chosen={draft.of}
          onChoose={(of) => set({ of })}
        />
        <DayField
          label={TEXT.day}
          day={draft.day}
          onChange={(day) => set({ day })}
          now={now}
          problem={wrong.day}
        />
        <ChoiceField
          label={TEXT.hours}
          options={[WHOLE, PART]}
          sayOf={(one) => (one === WHOLE ? TEXT.whole : TEXT.part)}
          chosen={draft.part ? PART : WHOLE}
          onChoose={(one) => set({ part: one === PART })}
        />
        {draft.part ? (
          <SpansField
            spans={[{ from: draft.from, to: draft.to }]}
            onChange={([span]) => set(span ?? {})}
            called={() => ({ name: TEXT.hours, from: TEXT.from, to: TEXT.to })}
            least={1}
            problem={wrong.hours}
          />
        ) : null}
      </Stack>
      <Stack card>
        <FieldLabel>{TEXT.then}</FieldLabel>
        <Options
          label={TEXT.then}
          options={[
            { value: 'cancel', title: TEXT.cancel },
            { value: 'move', title: TEXT.move, say: TEXT.moveSay },
          ]}
          chosen={draft.move ? 'move' : 'cancel'}
          onChoose={(one) => set({ move: one === 'move' })}
        />
        {draft.move ? (
          <DayField
            label={TEXT.moveDay}
            day={draft.moveTo}
            onChange={(moveTo) => set({ moveTo })}
            now={now}
            problem={wrong.moveTo}
          />
        ) : null}
        <TextField
          kind="text"
          label={TEXT.why}
          hint={TEXT.whyHint}
          value={draft.say}
          onChange={(say) => set({ say })}
          maxLength={LIMITS.sentenceChars}
          problem={wrong.say}
        />
      </Stack>
      <Button onTap={look}>{TEXT.look}</Button>
      <Button kind="second" onTap={onLeave}>
        {KEEP_TEXT.leave}
      </Button>
    </Stack>
  )
}
