import { Text, View } from '@tarojs/components'
import './done.css'
import { Icon, type IconName } from './icon'
import { role } from './role'

interface DoneProps {
  icon?: IconName
  title: string
  /** What it is about, e.g. a place. */
  about?: string | undefined
  say: string
}

/** Something has come about: said large, so that it cannot be missed, and aloud as it appears. */
export function Done({ icon = 'check', title, about, say }: DoneProps) {
  return (
    <View className="done" {...role('status')}>
      <View className="done__disc">
        <Icon name={icon} className="done__icon" />
      </View>
      <Text className="done__title">{title}</Text>
      {about ? <Text className="done__about">{about}</Text> : null}
      <Text className="done__say">{say}</Text>
    </View>
  )
}
