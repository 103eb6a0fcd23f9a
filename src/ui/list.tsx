import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'
import './list.css'
import { Tap } from './tap'

/** Rows on one card, with hairlines between them. */
export function List({ children }: { children: ReactNode }) {
  return <View className="list">{children}</View>
}

interface ListRowProps {
  icon: IconName
  title: string
  /** What is behind it, or how it stands now. */
  say?: string | undefined
  onTap: () => void
}

/** A way onward: a picture, its name, and a word on what is there. */
export function ListRow({ icon, title, say, onTap }: ListRowProps) {
  return (
    <Tap
      role="link"
      className="list-row"
      label={[title, say].filter(Boolean).join('，')}
      onTap={onTap}
    >
      <View className="list-row__tile">
        <Icon name={icon} />
      </View>
      <View className="list-row__words">
        <Text className="list-row__title">{title}</Text>
        {say ? <Text className="list-row__say">{say}</Text> : null}
      </View>
      <Icon name="right" className="list-row__arrow" />
    </Tap>
  )
}
