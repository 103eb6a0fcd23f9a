import { Input, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/button'
import { SCAN_TEXT } from './scan.text'

/** More than a label holds, strokes included: a slip of the finger is not cut off unseen. */
const MOST = 48

/** The code by hand, when there is no camera or it sees nothing. */
export function TypedCode({ onTyped }: { onTyped: (typed: string) => void }) {
  const [typed, setTyped] = useState('')
  return (
    <View className="typed-code">
      <Text className="typed-code__title">{SCAN_TEXT.typeTitle}</Text>
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
        onInput={(event) => setTyped(event.detail.value)}
        onConfirm={() => onTyped(typed)}
      />
      <Button kind="second" disabled={typed.trim() === ''} onTap={() => onTyped(typed)}>
        {SCAN_TEXT.go}
      </Button>
    </View>
  )
}
