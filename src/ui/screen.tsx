import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useAsked } from '../lib/ask'
import { AskSheet } from './ask-sheet'
import { useElder } from './elder'
import './screen.css'
import { BEHIND } from './sheet-focus'
import { TitleBar } from './title-bar'

interface ScreenProps {
  /** In H5 a bar with this title and a way back; in WeChat its own bar does that. Home has none. */
  title?: string
  /** Stays in sight at the bottom: the one main action of the screen. */
  footer?: ReactNode
  /** A sheet that lies over all this: until it is answered there is nothing else to read or reach. */
  sheet?: ReactNode
  children: ReactNode
}

/** The root of every page: paper, side margins, elder mode. */
export function Screen({ title, footer, sheet, children }: ScreenProps) {
  const elder = useElder()
  const asked = useAsked()
  const over = asked ? <AskSheet asked={asked} /> : sheet
  const behind = over ? BEHIND : {}
  return (
    <View className={`screen${elder ? ' elder' : ''}`}>
      {title ? <TitleBar title={title} behind={behind} /> : null}
      <View className={title ? 'screen__body' : 'screen__bare'} {...behind}>
        {children}
      </View>
      {footer ? (
        <View className="screen__footer" {...behind}>
          {footer}
        </View>
      ) : null}
      {over}
    </View>
  )
}
