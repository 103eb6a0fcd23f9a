import { Text, View } from '@tarojs/components'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/text-field'
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
      <TextField
        kind="code"
        label={SCAN_TEXT.typed}
        hint={SCAN_TEXT.typeExample}
        value={typed}
        onChange={onType}
        onDone={onDone}
        maxLength={MOST}
        problem={problem}
      />
      <Button kind="second" disabled={typed.trim() === ''} onTap={onDone}>
        {SCAN_TEXT.go}
      </Button>
    </View>
  )
}
