import { Text, View } from '@tarojs/components'
import { Button } from './button'
import { Icon, type IconName } from './icon'
import './standstill.css'

interface StandstillProps {
  icon: IconName
  title: string
  say: string
  action?: { say: string; onTap: () => void } | undefined
  /** Another way out, beside the action. */
  other?: { say: string; onTap: () => void } | undefined
  small?: string | undefined
}

/** A screen or a part of it with nothing to show: why, and what to do now. Empty, error and offline. */
export function Standstill({ icon, title, say, action, other, small }: StandstillProps) {
  return (
    <View className="standstill">
      <View className="standstill__disc">
        <Icon name={icon} className="standstill__icon" />
      </View>
      <Text className="standstill__title">{title}</Text>
      <Text className="standstill__say">{say}</Text>
      {action ? (
        <View className="standstill__action">
          <Button onTap={action.onTap}>{action.say}</Button>
        </View>
      ) : null}
      {other ? (
        <View className="standstill__action">
          <Button kind="second" onTap={other.onTap}>
            {other.say}
          </Button>
        </View>
      ) : null}
      {small ? <Text className="standstill__small">{small}</Text> : null}
    </View>
  )
}
