import { LIMITS } from '../../../../types/contract/limits'
import { TextField } from '../../../ui/text-field'
import { PEOPLE_TEXT } from './people.text'

const TEXT = PEOPLE_TEXT.find

export interface RoomTyped {
  building: string
  unit: string
  room: string
}

interface RoomFieldsProps {
  room: RoomTyped
  onChange: (part: Partial<RoomTyped>) => void
  onDone?: (() => void) | undefined
  problem: string | undefined
}

/** A room as people say it: building, unit if there is one, number. */
export function RoomFields({ room, onChange, onDone, problem }: RoomFieldsProps) {
  const given = {
    kind: 'code' as const,
    maxLength: LIMITS.placeNameChars,
    ...(onDone ? { onDone } : {}),
  }
  return (
    <>
      <TextField
        {...given}
        label={TEXT.building}
        hint={TEXT.buildingHint}
        value={room.building}
        onChange={(building) => onChange({ building })}
      />
      <TextField
        {...given}
        label={TEXT.unit}
        hint={TEXT.unitHint}
        value={room.unit}
        onChange={(unit) => onChange({ unit })}
      />
      <TextField
        {...given}
        label={TEXT.room}
        hint={TEXT.roomHint}
        value={room.room}
        onChange={(number) => onChange({ room: number })}
        problem={problem}
      />
    </>
  )
}
