import { Text, View } from '@tarojs/components'
import './progress-bar.css'

interface ProgressBarProps {
  done: number
  of: number
  /** The same in words, which is what a screen reader says. */
  say: string
}

/** How far long work is: as a bar and in words. */
export function ProgressBar({ done, of, say }: ProgressBarProps) {
  const part = of === 0 ? 0 : Math.min(100, Math.round((100 * done) / of))
  return (
    <View className="progress">
      <View className="progress__track" aria-hidden="true">
        <View className="progress__done" style={{ width: `${part}%` }} />
      </View>
      <Text className="progress__say">{say}</Text>
    </View>
  )
}
