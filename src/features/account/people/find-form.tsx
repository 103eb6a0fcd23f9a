import { useState } from 'react'
import type { Contract } from '../../../../types/contract'
import { LIMITS } from '../../../../types/contract/limits'
import { Button } from '../../../ui/button'
import { Filters } from '../../../ui/filters'
import { Stack } from '../../../ui/stack'
import { TextField } from '../../../ui/text-field'
import { dialledNumber } from '../family.rules'
import { PEOPLE_TEXT } from './people.text'
import { RoomFields, type RoomTyped } from './room-fields'

const TEXT = PEOPLE_TEXT.find
const PHONE_CHARS = 20

export type FindInput = Contract['account.findResident']['input']
type Way = keyof typeof TEXT.ways
const WAYS = Object.keys(TEXT.ways) as Way[]

/** By what a person is looked for: a name, a room, or a whole phone number. */
export function FindForm({ onFind }: { onFind: (input: FindInput) => void }) {
  const [way, setWay] = useState<Way>('name')
  const [typed, setTyped] = useState({ name: '', phone: '', building: '', unit: '', room: '' })
  const [problem, setProblem] = useState<string>()
  const set = (part: Partial<typeof typed>) => {
    setProblem(undefined)
    setTyped((before) => ({ ...before, ...part }))
  }
  const find = () => {
    const input = inputOf(way, typed)
    if (typeof input === 'string') setProblem(input)
    else onFind(input)
  }
  return (
    <Stack card>
      <Filters
        label={TEXT.by}
        options={WAYS.map((key) => ({ key, say: TEXT.ways[key] }))}
        chosen={way}
        onChoose={(key) => {
          setProblem(undefined)
          setWay(key as Way)
        }}
      />
      {way === 'name' ? (
        <TextField
          label={TEXT.name}
          hint={TEXT.nameHint}
          value={typed.name}
          onChange={(name) => set({ name })}
          onDone={find}
          maxLength={LIMITS.nameChars}
          problem={problem}
        />
      ) : null}
      {way === 'phone' ? (
        <TextField
          kind="phone"
          label={TEXT.phone}
          hint={TEXT.phoneHint}
          value={typed.phone}
          onChange={(phone) => set({ phone })}
          onDone={find}
          maxLength={PHONE_CHARS}
          problem={problem}
        />
      ) : null}
      {way === 'room' ? (
        <RoomFields room={typed} onChange={set} onDone={find} problem={problem} />
      ) : null}
      <Button onTap={find}>{TEXT.go}</Button>
    </Stack>
  )
}

function inputOf(way: Way, typed: RoomTyped & { name: string; phone: string }): FindInput | string {
  switch (way) {
    case 'name':
      return typed.name.trim() ? { name: typed.name.trim() } : TEXT.noName
    case 'phone': {
      const phone = dialledNumber(typed.phone)
      return phone ? { phone } : TEXT.noPhone
    }
    case 'room': {
      const [building, unit, room] = [typed.building, typed.unit, typed.room].map((one) =>
        one.trim(),
      )
      if (!building || !room) return TEXT.noRoom
      return { building, ...(unit ? { unit } : {}), room }
    }
  }
}
