import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useElder } from './elder'
import './screen.css'
import { TitleBar } from './title-bar'

interface ScreenProps {
  /** In H5 a bar with this title and a way back; in WeChat its own bar does that. Home has none. */
  title?: string
  /** Stays in sight at the bottom: the one main action of the screen. */
  footer?: ReactNode
  children: ReactNode
}

/** The root of every page: paper, side margins, elder mode. */
export function Screen({ title, footer, children }: ScreenProps) {
  const elder = useElder()
  return (
    <View className={`screen${elder ? ' elder' : ''}`}>
      {title ? <TitleBar title={title} /> : null}
      <View className={title ? 'screen__body' : 'screen__bare'}>{children}</View>
      {footer ? <View className="screen__footer">{footer}</View> : null}
    </View>
  )
}
