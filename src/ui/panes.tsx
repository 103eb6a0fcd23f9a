import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from './button'
import './desk.css'
import './panes.css'

interface PanesProps {
  list: ReactNode
  detail: ReactNode
  /** Whether something of the list is open: on a phone it then stands in the list's place. */
  open: boolean
  /** Back to the list, on a phone. */
  back: { say: string; onTap: () => void }
}

/** A list and what is open of it: side by side at a desk, one after the other on a phone. */
export function Panes({ list, detail, open, back }: PanesProps) {
  return (
    <View className={`desk panes${open ? ' panes--open' : ''}`}>
      <View className="panes__list">{list}</View>
      <View className="panes__detail">
        {open ? (
          <View className="panes__back">
            <Button kind="second" onTap={back.onTap}>
              {back.say}
            </Button>
          </View>
        ) : null}
        {detail}
      </View>
    </View>
  )
}
