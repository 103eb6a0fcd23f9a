import { Text, View } from '@tarojs/components'
import { Icon } from './icon'
import { Tap } from './tap'
import './turner.css'

interface Turn {
  /** What it leads to, for screen readers. */
  say: string
  onTap: () => void
}

interface TurnerProps {
  /** What is shown now. */
  title: string
  /** A line of its own below. */
  say?: string | undefined
  before: Turn | undefined
  after: Turn | undefined
}

/** One of a row that is turned over leaf by leaf: days, weeks. */
export function Turner({ title, say, before, after }: TurnerProps) {
  return (
    <View className="turner">
      <Leaf turn={before} icon="left" />
      <View className="turner__words">
        <Text className="turner__title">{title}</Text>
        {say ? <Text className="turner__say">{say}</Text> : null}
      </View>
      <Leaf turn={after} icon="right" />
    </View>
  )
}

function Leaf({ turn, icon }: { turn: Turn | undefined; icon: 'left' | 'right' }) {
  if (!turn) return <View className="turner__leaf turner__leaf--none" />
  return (
    <Tap className="turner__leaf" label={turn.say} onTap={turn.onTap}>
      <Icon name={icon} />
    </Tap>
  )
}
