import { Input, Text, Textarea, View } from '@tarojs/components'
import { Notice } from './notice'
import './text-field.css'
import { VoiceButton } from './voice-button'

/** A browser's number field would refuse a number with a blank or a stroke in it. */
const DIGITS = process.env.TARO_ENV === 'weapp' ? 'number' : 'text'
const AMOUNT = process.env.TARO_ENV === 'weapp' ? 'digit' : 'text'

interface TextFieldProps {
  /** What is asked, above the field and for screen readers. */
  label: string
  value: string
  onChange: (value: string) => void
  /**
   * `text` has several lines, `line` has one; both can be spoken. `phone` brings up digits, `money` with a point among
   * them; `code` is copied letter by letter.
   */
  kind?: 'text' | 'line' | 'phone' | 'money' | 'code'
  maxLength: number
  hint?: string | undefined
  /** What is wrong with it, in a sentence that says what to do. */
  problem?: string | undefined
  /** The phone's own key for "done". */
  onDone?: () => void
  /** Under the field, at its end, e.g. how much room is left. */
  room?: string | undefined
}

/**
 * One thing to type. Free text can be spoken instead where the deployment has voice input. Taro's own
 * fields: the box of NutUI's takes taps without saying what it is.
 */
export function TextField(props: TextFieldProps) {
  const { label, value, onChange, kind = 'line', maxLength, hint, onDone, problem, room } = props
  const given = {
    ...named(label, kind),
    className: `field__input field__input--${kind}`,
    placeholderClass: 'field__placeholder',
    placeholder: hint ?? '',
    value,
    maxlength: maxLength,
    cursorSpacing: 120,
    onInput: (event: { detail: { value: string } }) => onChange(event.detail.value),
  }
  return (
    <View className="field">
      <FieldLabel>{label}</FieldLabel>
      {kind === 'text' ? (
        <Textarea {...given} disableDefaultPadding />
      ) : (
        <Input
          {...given}
          type={kind === 'phone' ? DIGITS : kind === 'money' ? AMOUNT : 'text'}
          {...(onDone ? { onConfirm: onDone } : {})}
        />
      )}
      {room ? <Text className="field__room">{room}</Text> : null}
      {kind === 'text' || kind === 'line' ? (
        <VoiceButton onText={(heard) => onChange(`${value}${heard}`.slice(0, maxLength))} />
      ) : null}
      {problem ? <Notice tone="danger">{problem}</Notice> : null}
    </View>
  )
}

/** What is asked, above a field or above choices. */
export function FieldLabel({ children }: { children: string }) {
  return <Text className="field__label">{children}</Text>
}

/** In H5 the name belongs on the browser's own field, inside Taro's. */
const named = (label: string, kind: TextFieldProps['kind']) =>
  process.env.TARO_ENV === 'weapp'
    ? { 'aria-label': label }
    : {
        nativeProps: {
          'aria-label': label,
          inputMode: kind === 'phone' ? 'tel' : kind === 'money' ? 'decimal' : 'text',
        },
      }
