import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/button'
import { Chips } from '../../ui/chips'
import { useElder } from '../../ui/elder'
import { TextField } from '../../ui/text-field'
import {
  fitsChoice,
  noteOf,
  noteRoom,
  toggleChoice,
  typedLimit,
  type NoteDraft,
} from './booking.note'
import { BOOKING_TEXT } from './booking.text'
import './note-field.css'

interface NoteFieldProps {
  draft: NoteDraft
  onChange: (change: (draft: NoteDraft) => NoteDraft) => void
  /** What the cloud found wrong with the note. */
  problem?: string | undefined
}

const TEXT = BOOKING_TEXT.confirm

/**
 * What the provider should know beforehand: choices first, typing for the rest. In elder mode it opens at
 * a tap: the screen's one task is to confirm.
 */
export function NoteField({ draft, onChange, problem }: NoteFieldProps) {
  const tooLong = TEXT.noteChoices.filter((choice) => !fitsChoice(draft, choice))
  const elder = useElder()
  const [opened, setOpened] = useState(false)
  if (elder && !opened && !problem && noteOf(draft) === undefined) {
    return (
      <View className="note">
        <Button kind="second" onTap={() => setOpened(true)}>
          {TEXT.noteOpen}
        </Button>
      </View>
    )
  }
  return (
    <View className="note">
      <Text className="note__title">{TEXT.note}</Text>
      <Text className="note__hint">{TEXT.noteHint}</Text>
      <Chips
        options={TEXT.noteChoices}
        chosen={draft.chosen}
        disabled={tooLong}
        onToggle={(choice) => onChange((now) => toggleChoice(now, choice))}
      />
      {tooLong.length > 0 ? <Text className="note__full">{TEXT.noteFull}</Text> : null}
      <TextField
        kind="text"
        label={TEXT.noteTyped}
        value={draft.typed}
        onChange={(typed) => onChange((now) => ({ ...now, typed }))}
        maxLength={typedLimit(draft)}
        room={noteRoom(draft)}
        problem={problem}
      />
    </View>
  )
}
