import { Text, View } from '@tarojs/components'
import './facts.css'

interface FactsProps {
  /** Rows without a value are left out. */
  rows: readonly { label: string; value: string | undefined }[]
}

/** What is known of one thing, as names and values. */
export function Facts({ rows }: FactsProps) {
  return (
    <View className="facts">
      {rows.map(({ label, value }) =>
        value ? (
          <View key={label} className="facts__row">
            <Text className="facts__label">{label}</Text>
            <Text className="facts__value">{value}</Text>
          </View>
        ) : null,
      )}
    </View>
  )
}
