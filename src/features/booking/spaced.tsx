import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './spaced.css'

/** A word, or a button, between two cards. */
export function Spaced({ children }: { children: ReactNode }) {
  return <View className="spaced">{children}</View>
}
