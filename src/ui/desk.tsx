import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './desk.css'

/**
 * The two panes of a staff screen: what to look at on the left, and what there is on the right. Below
 * 900 px, on a phone, they stand one above the other.
 */
export function Desk({ side, children }: { side: ReactNode; children: ReactNode }) {
  return (
    <View className="desk">
      <View className="desk__side">{side}</View>
      <View className="desk__main">{children}</View>
    </View>
  )
}

/** A staff screen of one pane, as wide as the desk. */
export function Wide({ children }: { children: ReactNode }) {
  return (
    <View className="desk">
      <View className="desk__main">{children}</View>
    </View>
  )
}
