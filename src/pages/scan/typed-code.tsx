import { Input, Text, View } from '@tarojs/components'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'
import { SCAN_TEXT } from './scan.text'

/** More than a label holds, strokes included: a slip of the finger is not cut off unseen. */
const MOST = 48

interface TypedCodeProps {
  typed: string
  onType: (typed: string) => void
  onDone: () => void
  /** Why what was typed leads nowhere. */
  problem: string | undefined
}

/** The code by hand, when there is no camera or it sees nothing. */
export function TypedCode({ typed, onType, onDone, problem }: TypedCodeProps) {
  return (
    <View className="typed-code">
      <Text className="typed-code__hint">{SCAN_TEXT.typeHint}</Text>
      <Input
        className="typed-code__field"
        placeholderClass="typed-code__placeholder"
        aria-label={SCAN_TEXT.typed}
        placeholder={SCAN_TEXT.typeExample}
        value={typed}
        maxlength={MOST}
        cursorSpacing={120}
        confirmType="search"
        onInput={(event) => onType(event.detail.value)}
        onConfirm={onDone}
      />
      {problem ? <Notice tone="warn">{problem}</Notice> : null}
      <Button kind="second" disabled={typed.trim() === ''} onTap={onDone}>
        {SCAN_TEXT.go}
      </Button>
    </View>
  )
}
