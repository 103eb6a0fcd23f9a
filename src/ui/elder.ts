import Taro from '@tarojs/taro'
import { useSyncExternalStore } from 'react'
import { decideElder, TEXT_SIZES, type Elder, type ElderChoice, type TextSize } from './elder.rules'
import { phoneTextScale } from './phone-text'

const ON = 'linli.elder'
const SIZE = 'linli.text-size'

let elder: Elder | undefined
const listeners = new Set<() => void>()

const read = (): Elder => (elder ??= decideElder(chosen(), phoneTextScale()))

function chosen(): ElderChoice {
  const on = Taro.getStorageSync<unknown>(ON)
  const size = Taro.getStorageSync<unknown>(SIZE)
  return {
    on: typeof on === 'boolean' ? on : undefined,
    size: TEXT_SIZES.find((step) => step === size),
  }
}

/** Elder mode (长辈模式) for every screen at once; remembered on this phone. */
export function setElder(on: boolean): void {
  Taro.setStorageSync(ON, on)
  followPhone()
}

export function setTextSize(size: TextSize): void {
  Taro.setStorageSync(SIZE, size)
  followPhone()
}

/** WeChat's text size may have been changed while the program was in the background. */
export function followPhone(): void {
  const next = decideElder(chosen(), phoneTextScale())
  if (elder?.on === next.on && elder.size === next.size) return
  elder = next
  for (const listener of [...listeners]) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Elder mode and its text size; the same object until one of them changes. */
export const useReading = (): Elder => useSyncExternalStore(subscribe, read)
export const useElder = (): boolean => useReading().on
