import type { KeyboardEvent } from 'react'

/** What a plain element needs in H5 to be pressed without a finger. */
export const pressedByKey = (press: () => void, stop: boolean) => ({
  tabIndex: stop ? 0 : -1,
  onKeyDown: (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    press()
  },
})
