import { Text, Textarea, View } from '@tarojs/components'
import { useRef } from 'react'
import { LIMITS } from '../../../../../types/contract/limits'
import { Notice } from '../../../../ui/notice'
import { Tap } from '../../../../ui/tap'
import './body-field.css'
import { type Mark, type Typed, withLink, withMark } from './body.rules'
import { EDITOR_TEXT } from './editor.text'

const TEXT = EDITOR_TEXT
const MARKS: readonly Mark[] = ['heading', 'bold', 'list', 'numbers']

interface BodyFieldProps {
  value: string
  onChange: (body: string) => void
  /** Asks for a link's words and address, and hands them back. */
  onAskLink: (put: (words: string, address: string) => void) => void
  problem: string | undefined
}

/**
 * The text of an announcement, with buttons for the few marks there are. They go in where the last letter
 * was typed: a phone says nothing of a finger that only moved the cursor until the field is left.
 */
export function BodyField({ value, onChange, onAskLink, problem }: BodyFieldProps) {
  const cursor = useRef<number>(undefined)
  const typed = (): Typed => ({ body: value, cursor: cursor.current ?? value.length })
  const put = (next: Typed) => {
    cursor.current = next.cursor
    onChange(next.body)
  }
  const follow = ({ detail }: { detail: { value: string; cursor?: number } }) => {
    if (typeof detail.cursor === 'number') cursor.current = detail.cursor
    if (detail.value !== value) onChange(detail.value)
  }
  return (
    <View className="field body-field">
      <Text className="field__label">{TEXT.body}</Text>
      <View className="body-field__marks" aria-label={TEXT.marks.label}>
        {MARKS.map((mark) => (
          <Tap
            key={mark}
            className="body-field__mark"
            label={TEXT.markSay[mark]}
            onTap={() => put(withMark(typed(), mark))}
          >
            <Text>{TEXT.marks[mark]}</Text>
          </Tap>
        ))}
        <Tap
          className="body-field__mark"
          label={TEXT.markSay.link}
          onTap={() => onAskLink((words, address) => put(withLink(typed(), words, address)))}
        >
          <Text>{TEXT.marks.link}</Text>
        </Tap>
      </View>
      <Textarea
        {...(process.env.TARO_ENV === 'weapp'
          ? { 'aria-label': TEXT.body }
          : { nativeProps: { 'aria-label': TEXT.body } })}
        className="field__input field__input--text"
        placeholderClass="field__placeholder"
        placeholder={TEXT.bodyHint}
        value={value}
        maxlength={LIMITS.announcementBodyChars}
        cursorSpacing={120}
        disableDefaultPadding
        onInput={follow}
        onBlur={follow}
      />
      <Text className="field__room">{TEXT.room(value.length, LIMITS.announcementBodyChars)}</Text>
      <Text className="body-field__say">{TEXT.marksSay}</Text>
      {problem ? <Notice tone="danger">{problem}</Notice> : null}
    </View>
  )
}
