import type { Theme } from './program.ts'
import type { Phone } from './state.ts'
import type { Tappable } from './tappables.ts'

/** What a test or the frame around the phone does to it. */
export interface Hands {
  pullDown: () => void
  back: () => Promise<void>
  open: (url: string) => Promise<void>
  warnOfMemory: () => void
  setTheme: (theme: Theme) => void
  setOffline: (offline: boolean) => void
  /** The program goes behind another one, and comes back. */
  hide: () => void
  show: () => void
  /** All that can be tapped on the page in sight. */
  tappables: () => Tappable[]
}

declare global {
  interface Window {
    phone: Phone
    hands: Hands
  }
}
