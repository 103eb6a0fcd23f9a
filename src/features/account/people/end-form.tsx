import { type ReactNode, useState } from 'react'
import type { ResidentCard } from '../../../../types/contract/account-roster'
import { Button } from '../../../ui/button'
import { Chips } from '../../../ui/chips'
import { Notice } from '../../../ui/notice'
import { Options } from '../../../ui/options'
import { Heading, Say, Stack } from '../../../ui/stack'
import { EndSheet, type Ending } from './end-sheet'
import { ENDING_TEXT, type EndReason } from './ending.text'
import { RoomFields, type RoomTyped } from './room-fields'

const TEXT = ENDING_TEXT
const REASONS = Object.keys(TEXT.reasons) as EndReason[]
const ALL = 'all.'

interface EndFormProps {
  card: ResidentCard
  onSheet: (sheet: ReactNode) => void
  onLeave: () => void
  onDone: (card: ResidentCard) => void
}

/** Somebody leaves a home: why, which one, and where to. The sheet that follows says what will happen. */
export function EndForm({ card, onSheet, onLeave, onDone }: EndFormProps) {
  const [reason, setReason] = useState<EndReason>()
  const [home, setHome] = useState(card.homes.length > 1 ? ALL : undefined)
  const [room, setRoom] = useState<RoomTyped>()
  const [tell, setTell] = useState(false)
  const [problem, setProblem] = useState<string>()
  const founds = reason === 'split' || reason === 'grownUp'
  // Whoever gets a household of their own comes out of one.
  const which = founds && home === ALL ? card.homes[0]?.householdId : home

  const next = () => {
    if (!reason) return setProblem(TEXT.noReason)
    const given = founds ? room : undefined
    if (given && !(given.building.trim() && given.room.trim())) return setProblem(TEXT.noRoom)
    setProblem(undefined)
    const ending: Ending = {
      residentId: card.residentId,
      reason,
      ...(which && which !== ALL ? { householdId: which } : {}),
      ...(given
        ? {
            room: {
              building: given.building,
              ...(given.unit.trim() ? { unit: given.unit } : {}),
              room: given.room,
            },
          }
        : {}),
      ...(reason === 'death' ? { tellHelpers: tell } : {}),
    }
    onSheet(<EndSheet card={card} ending={ending} onStay={() => onSheet(null)} onDone={onDone} />)
  }
  return (
    <Stack>
      <Stack card>
        <Heading>{TEXT.title(card.fullName)}</Heading>
        <Say>{TEXT.why}</Say>
        <Options
          label={TEXT.why}
          options={REASONS.map((value) => ({ value, ...TEXT.reasons[value] }))}
          chosen={reason}
          onChoose={(value) => {
            setProblem(undefined)
            setReason(value)
          }}
        />
        {card.homes.length > 1 && reason !== 'death' ? (
          <>
            <Say>{TEXT.which}</Say>
            <Options
              label={TEXT.which}
              options={[
                ...card.homes.map(({ householdId, place }) => ({
                  value: householdId,
                  title: place,
                })),
                ...(founds ? [] : [{ value: ALL, title: TEXT.all }]),
              ]}
              chosen={which}
              onChoose={setHome}
            />
          </>
        ) : null}
        {founds ? <NewRoom room={room} onChange={setRoom} /> : null}
        {reason === 'death' ? (
          <Chips
            options={[TEXT.tell]}
            chosen={tell ? [TEXT.tell] : []}
            onToggle={() => setTell(!tell)}
          />
        ) : null}
      </Stack>
      {problem ? <Notice tone="warn">{problem}</Notice> : null}
      <Button onTap={next}>{TEXT.next}</Button>
      <Button kind="second" onTap={onLeave}>
        {TEXT.leave}
      </Button>
    </Stack>
  )
}

interface NewRoomProps {
  room: RoomTyped | undefined
  onChange: (room: RoomTyped | undefined) => void
}

function NewRoom({ room, onChange }: NewRoomProps) {
  return (
    <>
      <Say>{TEXT.newRoom}</Say>
      <Options
        label={TEXT.newRoom}
        options={[
          { value: 'same', title: TEXT.sameRoom },
          { value: 'other', title: TEXT.otherRoom },
        ]}
        chosen={room ? 'other' : 'same'}
        onChoose={(value) =>
          onChange(value === 'other' ? { building: '', unit: '', room: '' } : undefined)
        }
      />
      {room ? (
        <RoomFields
          room={room}
          onChange={(part) => onChange({ ...room, ...part })}
          problem={undefined}
        />
      ) : null}
    </>
  )
}
