import { Text, View } from '@tarojs/components'
import './bullets.css'

/** Short sentences, one a line, each with a dot. */
export function Bullets({ lines }: { lines: readonly string[] }) {
  return (
    <View className="bullets">
      {lines.map((line) => (
        <View key={line} className="bullets__line">
          <View className="bullets__dot" aria-hidden="true" />
          <Text className="bullets__words">{line}</Text>
        </View>
      ))}
    </View>
  )
}
