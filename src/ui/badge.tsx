import { Text } from '@tarojs/components'
import './badge.css'

/** One word on a thing's state. The word says it, the tint only helps. */
export function Badge({ tone, children }: { tone: 'accent' | 'plain' | 'warn'; children: string }) {
  return <Text className={`badge badge--${tone}`}>{children}</Text>
}
