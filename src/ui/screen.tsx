import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useAsked } from '../lib/ask'
import type { TabName } from '../lib/routes'
import { ActingBar } from './acting-bar'
import { AskSheet } from './ask-sheet'
import { useReading } from './elder'
import type { Elder } from './elder.rules'
import { Guard } from './guard'
import { ReadAloud } from './read-aloud'
import './screen.css'
import { BEHIND } from './sheet-focus'
import { TabBar } from './tab-bar'
import { TitleBar } from './title-bar'

interface ScreenProps {
  /** In H5 a bar with this title and a way back; in WeChat its own bar does that. Home has none. */
  title?: string
  /** A root of the program: it has the tab bar, and no way back. */
  tab?: TabName
  /** It is about oneself, also while the program acts for somebody. */
  own?: boolean
  /** What "read it to me" says; the button is there only with words to say. */
  aloud?: string | undefined
  /** Stays in sight at the bottom: the one main action of the screen. */
  footer?: ReactNode
  /** A sheet that lies over all this: until it is answered there is nothing else to read or reach. */
  sheet?: ReactNode
  children: ReactNode
}

/** The root of every page: paper, side margins, elder mode, tab bar. */
export function Screen({ title, tab, own = false, aloud, footer, sheet, children }: ScreenProps) {
  const reading = useReading()
  const asked = useAsked()
  const over = asked ? <AskSheet asked={asked} /> : sheet
  const behind = over ? BEHIND : {}
  return (
    <View className={lookOf(reading)}>
      <View className="screen__top">
        <ActingBar own={own} behind={behind} />
        {title ? <TitleBar title={title} root={tab !== undefined} behind={behind} /> : null}
      </View>
      <View className={title ? 'screen__body' : 'screen__bare'} {...behind}>
        {aloud ? <ReadAloud text={aloud} /> : null}
        <Guard>{children}</Guard>
      </View>
      {footer ? (
        <View className="screen__footer" {...behind}>
          {footer}
        </View>
      ) : null}
      {tab ? <TabBar current={tab} behind={behind} /> : null}
      {over}
    </View>
  )
}

/** From here on what stood side by side stands one under the other. */
const BIG = 27

const lookOf = ({ on, size }: Elder): string =>
  on ? `screen elder elder--${size}${size >= BIG ? ' elder--big' : ''}` : 'screen'
