import Taro from '@tarojs/taro'
import { useSyncExternalStore } from 'react'
import { relativesFrom, type Relative } from './family.rules'

/** Kept on this phone alone: nobody else needs these numbers, so no cloud has them. */
const KEY = 'linli.family'

let family: readonly Relative[] | undefined
const listeners = new Set<() => void>()

const read = (): readonly Relative[] =>
  (family ??= relativesFrom(Taro.getStorageSync<unknown>(KEY)))

export function keepFamily(next: readonly Relative[]): void {
  family = next
  Taro.setStorageSync(KEY, next)
  for (const listener of [...listeners]) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useFamily = (): readonly Relative[] => useSyncExternalStore(subscribe, read)
