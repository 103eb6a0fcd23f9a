import { useState } from 'react'
import { addDays, dayOf, formatFullDay, startOfDay } from '../../../../lib/time.format'
import { Filters } from '../../../../ui/filters'
import { Notice } from '../../../../ui/notice'
import { Say, Stack } from '../../../../ui/stack'
import { TextField } from '../../../../ui/text-field'
import { isRealDay, readDay } from '../../../../lib/when.rules'
import { WHEN_TEXT as TEXT } from '../../../../ui/when.text'

const DAYS = [3, 7, 30]
const NONE = ''
const OTHER = 'other.'
const TYPED_CHARS = 12

/** The last moment of a day. */
const endOf = (day: string): number => startOfDay(addDays(day, 1)) - 1

interface UntilFieldProps {
  label: string
  /** What it says where there is no end. */
  none: string
  /** A moment, 0 for none. */
  at: number
  onChange: (at: number) => void
  now: number
}

/** Until the end of which day: in some days, or on one that is typed. */
export function UntilField({ label, none, at, onChange, now }: UntilFieldProps) {
  const usual = DAYS.map((count) => ({ count, at: endOf(addDays(dayOf(now), count)) }))
  const known = usual.find((one) => one.at === at)
  const [typing, setTyping] = useState(at !== 0 && !known)
  const [typed, setTyped] = useState(at ? dayOf(at) : '')
  const choose = (key: string) => {
    setTyping(key === OTHER)
    if (key === NONE) onChange(0)
    const chosen = usual.find(({ count }) => String(count) === key)
    if (chosen) onChange(chosen.at)
  }
  const type = (next: string) => {
    const day = readDay(next)
    setTyped(day)
    if (isRealDay(day)) onChange(endOf(day))
  }
  return (
    <Stack>
      <Say>{label}</Say>
      <Filters
        label={label}
        options={[
          { key: NONE, say: none },
          ...DAYS.map((count) => ({ key: String(count), say: TEXT.days(count) })),
          { key: OTHER, say: TEXT.otherDay },
        ]}
        chosen={typing ? OTHER : known ? String(known.count) : NONE}
        onChoose={choose}
      />
      {typing ? (
        <TextField
          kind="phone"
          label={TEXT.typeDay(label)}
          hint={TEXT.dayHint}
          value={typed}
          onChange={type}
          maxLength={TYPED_CHARS}
          problem={typed.length >= 8 && !isRealDay(typed) ? TEXT.noDay : undefined}
        />
      ) : null}
      {at ? (
        <Notice tone={at > now ? 'plain' : 'warn'} icon="clock">
          {at > now ? TEXT.until(formatFullDay(dayOf(at), now)) : TEXT.over}
        </Notice>
      ) : null}
    </Stack>
  )
}
