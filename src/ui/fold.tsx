import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import './fold.css'
import { Icon } from './icon'
import { Tap } from './tap'
import { UI_TEXT } from './ui.text'

/** What not everybody wants to read: its name, and at a tap all of it. */
export function Fold({ title, children }: { title: string; children: ReactNode }) {
  const [open, setOpen] = useState(false)
  return (
    <View className="fold">
      <Tap
        className="fold__tap"
        label={open ? `${UI_TEXT.fold}，${title}` : title}
        onTap={() => setOpen(!open)}
      >
        <Text className="fold__title">{title}</Text>
        <Icon name="right" className={`fold__arrow${open ? ' fold__arrow--open' : ''}`} />
      </Tap>
      {open ? <View className="fold__body">{children}</View> : null}
    </View>
  )
}
