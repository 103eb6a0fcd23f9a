import { Text, View } from '@tarojs/components'
import './figures.css'

interface FiguresProps {
  /** `warn`: somebody has to look at these. */
  figures: readonly { say: string; value: number; warn?: boolean }[]
}

/** Counts that are compared at a glance, each with its word. */
export function Figures({ figures }: FiguresProps) {
  return (
    <View className="figures">
      {figures.map(({ say, value, warn }) => (
        <View key={say} className={`figure${warn ? ' figure--warn' : ''}`}>
          <Text className="figure__value">{value}</Text>
          <Text className="figure__say">{say}</Text>
        </View>
      ))}
    </View>
  )
}
