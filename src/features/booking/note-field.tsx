import { Text, Textarea, View } from '@tarojs/components'
import { Chips } from '../../ui/chips'
import { Notice } from '../../ui/notice'
import './booking.css'
import { toggleChoice, typedLimit, type NoteDraft } from './booking.note'
import { BOOKING_TEXT } from './booking.text'

interface NoteFieldProps {
  draft: NoteDraft
  onChange: (next: NoteDraft) => void
  /** What the cloud found wrong with the note. */
  problem?: string | undefined
}

const TEXT = BOOKING_TEXT.confirm

/** What the provider should know beforehand: choices first, typing for the rest. */
export function NoteField({ draft, onChange, problem }: NoteFieldProps) {
  const limit = typedLimit(draft)
  return (
    <View className="note">
      <Text className="note__title">{TEXT.note}</Text>
      <Text className="note__hint">{TEXT.noteHint}</Text>
      <Chips
        options={TEXT.noteChoices}
        chosen={draft.chosen}
        onToggle={(choice) => onChange(toggleChoice(draft, choice))}
      />
      <Textarea
        className="note__text"
        placeholderClass="note__placeholder"
        aria-label={TEXT.noteTyped}
        placeholder={TEXT.noteTyped}
        value={draft.typed}
        maxlength={limit}
        disableDefaultPadding
        cursorSpacing={120}
        onInput={(event) => onChange({ ...draft, typed: event.detail.value })}
      />
      <Text className="note__count">{TEXT.noteCount(draft.typed.length, limit)}</Text>
      {problem ? <Notice tone="danger">{problem}</Notice> : null}
    </View>
  )
}
