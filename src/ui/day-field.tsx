import { useState } from 'react'
import { addDays, dayOf, formatFullDay, formatNear, formatWeekday } from '../lib/time.format'
import { Filters } from './filters'
import { Stack } from './stack'
import { FieldLabel, TextField } from './text-field'
import { WHEN_TEXT as TEXT } from './when.text'
import { isRealDay, readDay, readTime } from '../lib/when.rules'

const OTHER = 'other.'
const NONE = ''
const TYPED_CHARS = 12

interface DayFieldProps {
  label: string
  /** '2026-11-24', '' for none, or what was typed and is no day. */
  day: string
  onChange: (day: string) => void
  now: number
  /** What it says where there may be none. */
  none?: string
  problem?: string | undefined
}

/** A day: one of the next few, or typed. */
export function DayField({ label, day, onChange, now, none, problem }: DayFieldProps) {
  const days = [0, 1, 2].map((n) => addDays(dayOf(now), n))
  const [typing, setTyping] = useState(day !== NONE && !days.includes(day))
  return (
    <Stack>
      <FieldLabel>{label}</FieldLabel>
      <Filters
        label={label}
        options={[
          ...(none ? [{ key: NONE, say: none }] : []),
          ...days.map((key) => ({ key, say: formatNear(key, now) ?? formatWeekday(key) })),
          { key: OTHER, say: TEXT.otherDay },
        ]}
        chosen={typing ? OTHER : day}
        onChoose={(key) => {
          setTyping(key === OTHER)
          if (key !== OTHER) onChange(key)
        }}
      />
      {typing ? (
        <TextField
          kind="phone"
          label={TEXT.typeDay(label)}
          hint={TEXT.dayHint}
          value={day}
          onChange={(typed) => onChange(readDay(typed))}
          maxLength={TYPED_CHARS}
          problem={problem}
          room={isRealDay(day) ? formatFullDay(day, now) : undefined}
        />
      ) : null}
    </Stack>
  )
}

const TIMES = ['08:00', '09:00', '14:00', '19:00']

interface TimeFieldProps {
  label: string
  /** '14:30', '' for none, or what was typed and is no time. */
  time: string
  onChange: (time: string) => void
  none?: string
  problem?: string | undefined
}

/** A time of day: one of the usual ones, or typed. */
export function TimeField({ label, time, onChange, none, problem }: TimeFieldProps) {
  const [typing, setTyping] = useState(time !== NONE && !TIMES.includes(time))
  const [typed, setTyped] = useState(time)
  return (
    <Stack>
      <FieldLabel>{label}</FieldLabel>
      <Filters
        label={label}
        options={[
          ...(none ? [{ key: NONE, say: none }] : []),
          ...TIMES.map((key) => ({ key, say: key })),
          { key: OTHER, say: TEXT.otherTime },
        ]}
        chosen={typing ? OTHER : time}
        onChoose={(key) => {
          setTyping(key === OTHER)
          if (key !== OTHER) onChange(key)
        }}
      />
      {typing ? (
        <TextField
          kind="phone"
          label={TEXT.typeTime}
          hint={TEXT.timeHint}
          value={typed}
          onChange={(next) => {
            setTyped(next)
            onChange(readTime(next))
          }}
          maxLength={TYPED_CHARS}
          problem={problem}
        />
      ) : null}
    </Stack>
  )
}
