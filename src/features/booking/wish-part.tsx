import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './wish-part.css'

interface WishPartProps {
  title: string
  say?: string
  children: ReactNode
}

/** One thing that is asked on the way to a booking. */
export function WishPart({ title, say, children }: WishPartProps) {
  return (
    <View className="wish">
      <Text className="wish__title">{title}</Text>
      {say ? <Text className="wish__say">{say}</Text> : null}
      {children}
    </View>
  )
}
