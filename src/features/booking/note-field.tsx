import { Text, Textarea, View } from '@tarojs/components'
import { Chips } from '../../ui/chips'
import { Notice } from '../../ui/notice'
import { fitsChoice, noteRoom, toggleChoice, typedLimit, type NoteDraft } from './booking.note'
import { BOOKING_TEXT } from './booking.text'
import './note-field.css'

interface NoteFieldProps {
  draft: NoteDraft
  onChange: (next: NoteDraft) => void
  /** What the cloud found wrong with the note. */
  problem?: string | undefined
}

const TEXT = BOOKING_TEXT.confirm

/** What the provider should know beforehand: choices first, typing for the rest. */
export function NoteField({ draft, onChange, problem }: NoteFieldProps) {
  const tooLong = TEXT.noteChoices.filter((choice) => !fitsChoice(draft, choice))
  return (
    <View className="note">
      <Text className="note__title">{TEXT.note}</Text>
      <Text className="note__hint">{TEXT.noteHint}</Text>
      <Chips
        options={TEXT.noteChoices}
        chosen={draft.chosen}
        disabled={tooLong}
        onToggle={(choice) => onChange(toggleChoice(draft, choice))}
      />
      {tooLong.length > 0 ? <Text className="note__full">{TEXT.noteFull}</Text> : null}
      <Textarea
        className="note__text"
        placeholderClass="note__placeholder"
        aria-label={TEXT.noteTyped}
        placeholder={TEXT.noteTyped}
        value={draft.typed}
        maxlength={typedLimit(draft)}
        disableDefaultPadding
        cursorSpacing={120}
        onInput={(event) => onChange({ ...draft, typed: event.detail.value })}
      />
      <Text className="note__count">{noteRoom(draft)}</Text>
      {problem ? <Notice tone="danger">{problem}</Notice> : null}
    </View>
  )
}
