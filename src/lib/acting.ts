import Taro from '@tarojs/taro'
import { useSyncExternalStore } from 'react'
import { type Acting, actingFrom } from './acting.rules'
import { dropDrafts } from './drafts'
import { phoneNow } from './phone-clock'

/** Where the phone keeps it, so that it outlasts leaving the program. */
export const ACTING = 'linli.acting'

interface State {
  acting?: Acting | undefined
  /** Whom the caller may act for no longer, until they have read so. */
  lost?: string | undefined
}

let state: State | undefined
const listeners = new Set<() => void>()

const read = (): State => (state ??= { acting: kept() })

function kept(): Acting | undefined {
  try {
    // The phone's own clock: how long ago something was done on this phone.
    return actingFrom(Taro.getStorageSync<unknown>(ACTING), phoneNow())
  } catch {
    return undefined
  }
}

function change(next: State): void {
  state = next
  try {
    if (next.acting) Taro.setStorageSync(ACTING, next.acting)
    else Taro.removeStorageSync(ACTING)
  } catch {
    // A full phone: it lasts until the program is left.
  }
  for (const listener of [...listeners]) listener()
}

/** From here on the program shows and does what is this person's; calls of one's own stay one's own. */
export function actFor({ residentId, name }: Pick<Acting, 'residentId' | 'name'>): void {
  change({ acting: { residentId, name, since: phoneNow() } })
}

/** Back to one's own affairs. */
export function stopActing(): void {
  change({})
}

/**
 * The cloud no longer lets the caller act for this person. What was being written about them goes from the
 * phone. Says whether the program was acting for them until now.
 */
export function loseActing(residentId: string): boolean {
  dropDrafts(residentId)
  const { acting } = read()
  if (acting?.residentId !== residentId) return false
  change({ lost: acting.name })
  return true
}

/** One ends it oneself: nothing of that person stays, and nothing has to be said. */
export function dropActing(residentId: string): void {
  dropDrafts(residentId)
  if (read().acting?.residentId === residentId) stopActing()
}

/** It was read that acting has ended. */
export function forgetLost(): void {
  change({ acting: read().acting })
}

/** Whenever the program comes into sight: acting that has gone on for too long is over. */
export function followActing(): void {
  const { acting } = read()
  if (acting && !actingFrom(acting, phoneNow())) stopActing()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Whom the program acts for; nobody while one does one's own affairs. */
export const useActing = (): Acting | undefined => useSyncExternalStore(subscribe, read).acting

export const useLostActing = (): string | undefined => useSyncExternalStore(subscribe, read).lost
