import { Text, View } from '@tarojs/components'
import { Badge } from './badge'
import './pick-row.css'
import { Tap } from './tap'
import { UI_TEXT } from './ui.text'

export interface PickRowProps {
  title: string
  say?: string | undefined
  /** A line of its own below. */
  more?: string | undefined
  badge?: { tone: 'accent' | 'plain' | 'warn'; say: string } | undefined
  /** It is the one that stands open beside the list. */
  chosen?: boolean
  onTap: () => void
}

/** One thing of a list that opens beside it (`Panes`). */
export function PickRow({ title, say, more, badge, chosen = false, onTap }: PickRowProps) {
  return (
    <Tap
      role="link"
      className={`pick-row${chosen ? ' pick-row--chosen' : ''}`}
      label={[title, say, more, badge?.say, chosen && UI_TEXT.isOpen].filter(Boolean).join('，')}
      onTap={onTap}
    >
      <View className="pick-row__words">
        <Text className="pick-row__title">{title}</Text>
        {say ? <Text className="pick-row__say">{say}</Text> : null}
        {more ? <Text className="pick-row__say">{more}</Text> : null}
      </View>
      {badge ? <Badge tone={badge.tone}>{badge.say}</Badge> : null}
    </Tap>
  )
}
