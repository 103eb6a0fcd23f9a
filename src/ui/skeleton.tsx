import { View } from '@tarojs/components'
import { role } from './role'
import './skeleton.css'
import { UI_TEXT } from './ui.text'

/** The outline of what is coming. `blocks` are heights in the order in which they will stand. */
export function Skeleton({ blocks }: { blocks: ('line' | 'row' | 'card' | 'tall')[] }) {
  return (
    <View className="skeleton" aria-label={UI_TEXT.loading} {...role('status')}>
      {blocks.map((block, index) => (
        <View key={index} className={`skeleton__block skeleton__block--${block}`} />
      ))}
    </View>
  )
}
