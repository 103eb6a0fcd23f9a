import { useDidHide } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { findSpeaker } from './read-aloud'

/** Stops whatever is being read, on whichever screen or card: there is one voice. */
let silence: (() => void) | undefined

/**
 * Reads a text aloud, and stops when the page goes out of sight. `available` is false only where this
 * phone or deployment has no voice. `failed`: the last reading broke off.
 */
export function useReadAloud() {
  const [speaker] = useState(findSpeaker)
  const [state, setState] = useState<'silent' | 'speaking' | 'failed'>('silent')
  /** This hook's own reading, so that leaving stops no other's. */
  const own = useRef<() => void>(undefined)

  const stop = useCallback(() => own.current?.(), [])
  const speak = useCallback(
    (text: string) => {
      if (!speaker) return
      silence?.()
      const over = (next: 'silent' | 'failed') => {
        if (silence !== quiet) return
        silence = undefined
        own.current = undefined
        setState(next)
      }
      const quiet = () => {
        over('silent')
        speaker.stop()
      }
      silence = quiet
      own.current = quiet
      setState('speaking')
      speaker.speak(text, { end: () => over('silent'), fail: () => over('failed') })
    },
    [speaker],
  )

  useDidHide(stop)
  useEffect(() => stop, [stop])
  return {
    available: speaker !== undefined,
    speaking: state === 'speaking',
    speak,
    stop,
    failed: state === 'failed',
  }
}
