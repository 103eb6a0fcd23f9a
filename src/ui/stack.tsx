import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './stack.css'

/** One below the other, with the same room between; on a card or on the paper. */
export function Stack({ children, card = false }: { children: ReactNode; card?: boolean }) {
  return <View className={`stack${card ? ' stack--card' : ''}`}>{children}</View>
}

/** Sentences that explain, in the softer ink. */
export function Say({ children }: { children: string }) {
  return <Text className="say">{children}</Text>
}

/** The name of what a card or a form is about. */
export function Heading({ children }: { children: string }) {
  return <Text className="heading">{children}</Text>
}
