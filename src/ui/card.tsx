import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './card.css'
import { Icon, type IconName } from './icon'
import { Tap } from './tap'

export function Card({ children, className = '' }: { children: ReactNode; className?: string }) {
  return <View className={`card ${className}`}>{children}</View>
}

/** A titled part of a screen, with at most one way onward beside the title. */
export function Section({
  title,
  more,
  children,
}: {
  title: string
  more?: { say: string; onTap: () => void } | undefined
  children: ReactNode
}) {
  return (
    <View className="section">
      <View className="section__head">
        <Text className="section__title">{title}</Text>
        {more ? (
          <Tap className="section__more" onTap={more.onTap}>
            <Text>{more.say}</Text>
            <Icon name="right" className="section__arrow" />
          </Tap>
        ) : null}
      </View>
      {children}
    </View>
  )
}

/** One fact with its icon: 时间, 地点, ... */
export function Fact({
  icon,
  label,
  children,
}: {
  icon: IconName
  label: string
  children: ReactNode
}) {
  return (
    <View className="fact">
      <Icon name={icon} className="fact__icon" />
      <View className="fact__words">
        <Text className="fact__label">{label}</Text>
        <View className="fact__value">{children}</View>
      </View>
    </View>
  )
}
