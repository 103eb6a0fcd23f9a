import { useEffect, useRef } from 'react'
import type { CallEvent } from '../../types/contract/wire'

/** The outermost edge of the program: what WeChat gives it, answered by the test. */
export const platform = {
  /** Answers a call of the cloud, or throws as wx.cloud does. */
  answer: (_event: CallEvent): Promise<unknown> => Promise.reject(new Error('No answer was set.')),
  /** Every call sent. */
  sent: [] as CallEvent[],
  storage: new Map<string, unknown>(),
}

type Listener = () => void
const shown = new Set<Listener>()
const hidden = new Set<Listener>()

/** A hook of a page's life: the page registers while it stands. */
const lifeHook = (listeners: Set<Listener>) => (listener: Listener) => {
  const latest = useRef(listener)
  latest.current = listener
  useEffect(() => {
    const call = () => latest.current()
    listeners.add(call)
    return () => void listeners.delete(call)
  }, [])
}

/** Every page that stands comes into sight (again). */
export const showPages = (): void => shown.forEach((call) => call())
/** Every page that stands goes out of sight. */
export const hidePages = (): void => hidden.forEach((call) => call())

/** For `vi.mock('@tarojs/taro', ...)`: what the program takes from it. */
export const taro = {
  useDidShow: lifeHook(shown),
  useDidHide: lifeHook(hidden),
  default: {
    cloud: {
      callFunction: async ({ data }: { data: CallEvent }) => {
        platform.sent.push(data)
        return { result: await platform.answer(data) }
      },
    },
    getStorageSync: (key: string) => platform.storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void platform.storage.set(key, value),
    removeStorageSync: (key: string) => void platform.storage.delete(key),
  } as Record<string, unknown>,
}

/** Adds what one test needs of WeChat. */
export const give = (capabilities: Record<string, unknown>): void =>
  void Object.assign(taro.default, capabilities)

/** Globals of browsers and newer engines that a phone lacks. */
export const MISSING_ON_A_PHONE = [
  ...['window', 'document', 'navigator', 'location', 'localStorage', 'self', 'fetch'],
  ...['AbortController', 'Intl', 'MessageChannel', 'queueMicrotask', 'requestAnimationFrame'],
  ...['structuredClone', 'WeakRef', 'setImmediate', 'BroadcastChannel'],
]
