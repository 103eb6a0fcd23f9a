import { useDidHide } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { withPermission } from './permission'
import { PRIVACY_TEXT } from './privacy.text'
import { findListener } from './voice-input'

type State = 'idle' | 'listening' | 'refused' | 'failed'

/**
 * Turns speech into text: `start` asks for the microphone with the reason, listens, and gives what it
 * heard to `onText`. Leaving the page stops it. `refused`: no microphone was given; typing works.
 */
export function useVoiceInput(onText: (text: string) => void) {
  const [listener] = useState(findListener)
  const [state, setState] = useState<State>('idle')
  const latest = useRef(onText)
  useEffect(() => {
    latest.current = onText
  }, [onText])
  /** From the tap until the end: a second tap, or an end that comes twice, does nothing. */
  const turn = useRef<object>(undefined)

  const start = useCallback(() => {
    if (!listener || turn.current) return
    const mine = {}
    turn.current = mine
    const isMine = () => turn.current === mine
    const over = (next: State) => {
      if (!isMine()) return
      turn.current = undefined
      setState(next)
    }
    const listen = () => {
      setState('listening')
      listener.start({
        heard: (text) => isMine() && latest.current(text),
        end: () => over('idle'),
        fail: over,
      })
    }
    void withPermission('scope.record', PRIVACY_TEXT.voice).then((given) => {
      if (!isMine()) return
      if (given) listen()
      else over('refused')
    })
  }, [listener])
  const stop = useCallback(() => listener?.stop(), [listener])
  const leave = useCallback(() => {
    if (!turn.current) return
    turn.current = undefined
    listener?.stop()
    setState('idle')
  }, [listener])

  useDidHide(leave)
  useEffect(() => leave, [leave])
  return { available: listener !== undefined, state, start, stop }
}
