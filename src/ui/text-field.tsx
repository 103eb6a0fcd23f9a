import { Input as NutInput, TextArea as NutTextArea } from '@nutui/nutui-react-taro'
import { Text, View } from '@tarojs/components'
import { Notice } from './notice'
import './text-field.css'
import { VoiceButton } from './voice-button'

interface TextFieldProps {
  /** What is asked, above the field and for screen readers. */
  label: string
  value: string
  onChange: (value: string) => void
  /** `text` grows over several lines and can be spoken; `line` is one line; `phone` brings up digits. */
  kind?: 'text' | 'line' | 'phone'
  maxLength: number
  hint?: string | undefined
  /** What is wrong with it, in a sentence that says what to do. */
  problem?: string | undefined
  /** Under the field, at its end, e.g. how much room is left. */
  room?: string | undefined
}

/** One thing to type. Free text can be spoken instead where the deployment has voice input. */
export function TextField(props: TextFieldProps) {
  const { label, value, onChange, kind = 'line', maxLength, hint, problem, room } = props
  const given = {
    'aria-label': label,
    className: `field__input field__input--${kind}`,
    value,
    maxLength,
    placeholder: hint ?? '',
    onChange,
    cursorSpacing: 120,
  }
  return (
    <View className="field">
      <Text className="field__label">{label}</Text>
      {kind === 'text' ? (
        <NutTextArea {...given} disableDefaultPadding />
      ) : (
        <NutInput {...given} type={kind === 'phone' ? 'tel' : 'text'} />
      )}
      {room ? <Text className="field__room">{room}</Text> : null}
      {kind === 'phone' ? null : (
        <VoiceButton onText={(heard) => onChange(`${value}${heard}`.slice(0, maxLength))} />
      )}
      {problem ? <Notice tone="danger">{problem}</Notice> : null}
    </View>
  )
}
