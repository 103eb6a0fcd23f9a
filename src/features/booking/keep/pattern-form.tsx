import { useMemo, useState } from 'react'
import type { Offered } from '../../../../types/contract/booking-catalogue'
import type { Pattern } from '../../../../types/contract/booking-times'
import { LIMITS } from '../../../../types/contract/limits'
import { useCommand } from '../../../cloud/use-command'
import { dayOf } from '../../../lib/time.format'
import { useDraft } from '../../../lib/use-draft'
import { Button } from '../../../ui/button'
import { Chips } from '../../../ui/chips'
import { DayField } from '../../../ui/day-field'
import { Notice } from '../../../ui/notice'
import { Heading, Stack } from '../../../ui/stack'
import { FieldLabel, TextField } from '../../../ui/text-field'
import { ChoiceField } from './choice-field'
import { KEEP_TEXT } from './keep.text'
import {
  EMPTY_SPAN,
  emptyPattern,
  keptPattern,
  type PatternDraft,
  patternTyped,
  weekOf,
} from './pattern.draft'
import { SpansField } from './spans-field'

const TEXT = KEEP_TEXT.times
/** As a week is read here: from Monday. */
const WEEK = [1, 2, 3, 4, 5, 6, 0]
const MAKE_UPS = ['rest', 'asUsual', '1', '2', '3', '4', '5']

interface PatternFormProps {
  offered: Offered
  /** The one that is changed. */
  before: Pattern | undefined
  now: number
  onLeave: () => void
  onDone: (pattern: Pattern) => void
  onStale: () => void
}

/** A week of a service: on which days, from when to when, for how many. */
export function PatternForm({ offered, before, now, onLeave, onDone, onStale }: PatternFormProps) {
  const { serviceId, plan } = offered
  const atHome = plan.where === 'home'
  const today = dayOf(now)
  const initial = useMemo(
    () => (before ? patternTyped(before) : emptyPattern(today, atHome)),
    [before, today, atHome],
  )
  const { draft, latest, change, drop } = useDraft(
    `keep.pattern.${serviceId}.${before?.patternId ?? 'new'}`,
    initial,
    (kept) => keptPattern(kept, initial),
    { as: 'me' },
  )
  const [restored] = useState(draft.typed)
  const save = useCommand('booking.savePattern')
  const fields = save.error?.fields ?? {}
  const wrong = (field: string) => {
    const found = Object.keys(fields).find(
      (name) => name === `plan.${field}` || name.startsWith(`plan.${field}.`),
    )
    return found && fields[found]
  }
  const set = (part: Partial<PatternDraft>) =>
    change((known) => ({ ...known, ...part, typed: true }))
  const toggle = (said: string) => {
    const day = KEEP_TEXT.weekdays.findIndex((name) => name === said)
    const { weekdays } = draft
    set({
      weekdays: weekdays.includes(day)
        ? weekdays.filter((one) => one !== day)
        : [...weekdays, day].sort(),
    })
  }
  const run = async () => {
    const known = before ? { patternId: before.patternId, version: before.version } : {}
    const reply = await save.run({ serviceId, ...known, plan: weekOf(latest()) })
    if (reply?.ok) {
      drop()
      onDone(reply.data)
    } else if (reply?.error.code === 'CHANGED') onStale()
  }
  const numbers = [
    { field: 'capacity', part: 'capacity', label: TEXT.capacity, hint: '' },
    { field: 'bufferMinutes', part: 'buffer', label: TEXT.buffer, hint: TEXT.zero },
    ...(atHome
      ? [{ field: 'travelMinutes', part: 'travel', label: TEXT.travel, hint: TEXT.zero } as const]
      : []),
  ] as const
  return (
    <Stack>
      <Heading>{TEXT.form}</Heading>
      {restored ? <Notice tone="plain">{TEXT.restored}</Notice> : null}
      <Stack card>
        <FieldLabel>{TEXT.weekdays}</FieldLabel>
        <Chips
          options={WEEK.map((day) => KEEP_TEXT.weekdays[day] ?? '')}
          chosen={draft.weekdays.map((day) => KEEP_TEXT.weekdays[day] ?? '')}
          onToggle={toggle}
        />
        {wrong('weekdays') ? <Notice tone="danger">{wrong('weekdays')}</Notice> : null}
        <SpansField
          spans={draft.spans}
          onChange={(spans) => set({ spans })}
          called={(n) => ({ name: TEXT.span(n), from: TEXT.spanFrom(n), to: TEXT.spanTo(n) })}
          least={1}
          problem={wrong('spans')}
        />
        {draft.spans.length < LIMITS.patternSpans ? (
          <Button kind="second" onTap={() => set({ spans: [...draft.spans, EMPTY_SPAN] })}>
            {TEXT.addSpan}
          </Button>
        ) : null}
        <SpansField
          spans={draft.breaks}
          onChange={(breaks) => set({ breaks })}
          called={() => ({ name: TEXT.break, from: TEXT.breakFrom, to: TEXT.breakTo })}
          least={0}
          problem={wrong('breaks')}
        />
        {draft.breaks.length < LIMITS.patternSpans ? (
          <Button kind="second" onTap={() => set({ breaks: [...draft.breaks, EMPTY_SPAN] })}>
            {TEXT.addBreak}
          </Button>
        ) : null}
      </Stack>
      <Stack card>
        {numbers.map(({ field, part, label, hint }) => (
          <TextField
            key={field}
            kind="phone"
            label={label}
            hint={hint}
            value={draft[part]}
            onChange={(typed) => set({ [part]: typed })}
            maxLength={4}
            problem={wrong(field)}
          />
        ))}
        {atHome ? null : (
          <TextField
            kind="code"
            label={TEXT.place}
            hint={plan.place}
            value={draft.place}
            onChange={(place) => set({ place })}
            maxLength={LIMITS.placeNameChars}
            problem={wrong('place')}
          />
        )}
      </Stack>
      <Stack card>
        <DayField
          label={TEXT.from}
          day={draft.fromDay}
          onChange={(fromDay) => set({ fromDay })}
          now={now}
          problem={wrong('fromDay')}
        />
        <DayField
          label={TEXT.untilLabel}
          day={draft.untilDay}
          onChange={(untilDay) => set({ untilDay })}
          now={now}
          none={TEXT.always}
          problem={wrong('untilDay')}
        />
        <ChoiceField
          label={TEXT.holidays}
          options={['rest', 'asUsual'] as const}
          sayOf={(one) => TEXT.holiday[one]}
          chosen={draft.holidays}
          onChoose={(holidays) => set({ holidays })}
        />
        <ChoiceField
          label={TEXT.makeUp}
          options={MAKE_UPS}
          sayOf={TEXT.makeUps}
          chosen={draft.makeUp}
          onChoose={(makeUp) => set({ makeUp })}
        />
      </Stack>
      {save.error ? (
        <Notice tone="warn">
          {fields.plan ??
            (Object.keys(fields).length > 0 ? KEEP_TEXT.service.mend : save.error.message)}
        </Notice>
      ) : null}
      <Button busy={save.says(KEEP_TEXT.saving)} onTap={() => void run()}>
        {KEEP_TEXT.save}
      </Button>
      <Button
        kind="second"
        onTap={() => {
          drop()
          onLeave()
        }}
      >
        {KEEP_TEXT.leave}
      </Button>
    </Stack>
  )
}
