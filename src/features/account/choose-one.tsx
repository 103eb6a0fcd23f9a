import { Text, View } from '@tarojs/components'
import { Filters } from '../../ui/filters'
import { Notice } from '../../ui/notice'
import './choose-one.css'

interface ChooseOneProps<Key extends string> {
  label: string
  options: readonly { key: Key; say: string }[]
  chosen: Key | ''
  onChoose: (key: Key) => void
  problem?: string | undefined
}

/** A question of a form with a few answers to tap, and what is wrong beside it. */
export function ChooseOne<Key extends string>({
  label,
  options,
  chosen,
  onChoose,
  problem,
}: ChooseOneProps<Key>) {
  const choose = (key: string) => {
    const option = options.find((one) => one.key === key)
    if (option) onChoose(option.key)
  }
  return (
    <View className="choose-one">
      <Text className="choose-one__label">{label}</Text>
      <Filters label={label} options={options} chosen={chosen} onChoose={choose} />
      {problem ? <Notice tone="danger">{problem}</Notice> : null}
    </View>
  )
}
