import { useEffect, useRef, useState } from 'react'

/** What lies behind a sheet: neither read out nor reached by Tab. */
export const BEHIND = { 'aria-hidden': 'true', inert: '' }

/** Taro hides its elements while it sets them up: they take no focus then, or lose it. */
const SETTLING_FRAMES = 30

/** Keyboard and focus of a sheet: into it when it opens, back when it closes, and Escape leaves it. */
export function useSheetFocus(onEscape: (() => void) | undefined) {
  // Read while rendering: once what lies behind is inert, the browser has taken its focus away.
  const [before] = useState(() => document.activeElement)
  const escape = useRef(onEscape)
  useEffect(() => {
    escape.current = onEscape
  }, [onEscape])
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') escape.current?.()
    }
    let frame = 0
    const take = (frames: number) => {
      const dialog = document.querySelector<HTMLElement>('[role="dialog"]')
      if (dialog && !dialog.contains(document.activeElement)) dialog.focus()
      if (frames > 0) frame = requestAnimationFrame(() => take(frames - 1))
    }
    take(SETTLING_FRAMES)
    document.addEventListener('keydown', onKeyDown)
    return () => {
      cancelAnimationFrame(frame)
      document.removeEventListener('keydown', onKeyDown)
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [before])
  return { tabIndex: -1 }
}
