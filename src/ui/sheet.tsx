import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from './button'
import { role } from './role'
import { useSheetFocus } from './sheet-focus'
import './sheet.css'

interface SheetProps {
  title: string
  /** The way out that changes nothing; tapping beside the sheet does the same. */
  stay: { say: string; onTap: () => void }
  act: { say: string; onTap: () => void; busy: string | false }
  children: ReactNode
}

/** Asks once more before what cannot be taken back. A screen is given it as its `sheet`. */
export function Sheet({ title, stay, act, children }: SheetProps) {
  const leave = act.busy ? undefined : stay.onTap
  const focus = useSheetFocus(leave)
  return (
    <View className="sheet">
      <View className="sheet__veil" onClick={leave} aria-hidden="true" />
      <View
        className="sheet__body"
        aria-label={title}
        {...{ ...role('dialog'), 'aria-modal': 'true', ...focus }}
      >
        <Text className="sheet__title">{title}</Text>
        {children}
        <View className="sheet__buttons">
          <Button kind="danger" busy={act.busy} onTap={act.onTap}>
            {act.say}
          </Button>
          <Button onTap={stay.onTap} disabled={Boolean(act.busy)}>
            {stay.say}
          </Button>
        </View>
      </View>
    </View>
  )
}
