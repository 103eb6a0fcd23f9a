import { Text } from '@tarojs/components'
import './badge.css'

export type BadgeTone = 'accent' | 'plain' | 'warn' | 'danger'

/** One word on a thing's state. The word says it, the tint only helps. */
export function Badge({ tone, children }: { tone: BadgeTone; children: string }) {
  return <Text className={`badge badge--${tone}`}>{children}</Text>
}
