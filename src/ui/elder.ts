import Taro from '@tarojs/taro'
import { useSyncExternalStore } from 'react'

const KEY = 'linli.elder'

let on: boolean | undefined
const listeners = new Set<() => void>()

const read = () => (on ??= Taro.getStorageSync<unknown>(KEY) === true)

/** Elder mode (长辈模式) for every screen at once; remembered on this phone. */
export function setElder(next: boolean): void {
  on = next
  Taro.setStorageSync(KEY, next)
  for (const listener of [...listeners]) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useElder = (): boolean => useSyncExternalStore(subscribe, read)
