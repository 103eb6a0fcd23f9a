import { Popup } from '@nutui/nutui-react-taro'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './dialog.css'
import { role } from './role'
import { useSheetFocus } from './sheet-focus'

interface DialogProps {
  title: string
  /** Escape, or a tap beside it. Absent while it cannot be left. */
  onLeave: (() => void) | undefined
  children: ReactNode
}

/** What lies over a screen until it is answered, from below. NutUI slides it in; the rest is for ear and keyboard. */
export function Dialog({ title, onLeave, children }: DialogProps) {
  const focus = useSheetFocus(onLeave)
  return (
    <Popup
      visible
      position="bottom"
      className="dialog"
      closeOnOverlayClick={onLeave !== undefined}
      {...(onLeave ? { onClose: onLeave } : {})}
    >
      <View
        className="dialog__body"
        aria-label={title}
        {...{ ...role('dialog'), 'aria-modal': 'true', ...focus }}
      >
        <Text className="dialog__title">{title}</Text>
        {children}
      </View>
    </Popup>
  )
}
