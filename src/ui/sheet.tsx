import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from './button'
import { Dialog } from './dialog'

interface SheetProps {
  title: string
  /** The way out that changes nothing; tapping beside the sheet does the same. */
  stay: { say: string; onTap: () => void }
  /** `main` for what loses nothing. */
  act: { say: string; onTap: () => void; busy: string | false; kind?: 'main' | 'danger' }
  children: ReactNode
}

/** Asks once more before what cannot be taken back, or needs a word more. A screen is given it as its `sheet`. */
export function Sheet({ title, stay, act, children }: SheetProps) {
  return (
    <Dialog title={title} onLeave={act.busy ? undefined : stay.onTap}>
      {children}
      <View className="dialog__buttons">
        <Button kind={act.kind ?? 'danger'} busy={act.busy} onTap={act.onTap}>
          {act.say}
        </Button>
        <Button
          kind={act.kind === 'main' ? 'second' : 'main'}
          onTap={stay.onTap}
          disabled={Boolean(act.busy)}
        >
          {stay.say}
        </Button>
      </View>
    </Dialog>
  )
}
