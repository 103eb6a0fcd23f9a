import { Text, View } from '@tarojs/components'

export default function EmptyPage() {
  return (
    <View>
      <Text>空</Text>
    </View>
  )
}
