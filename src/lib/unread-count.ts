import { useSyncExternalStore } from 'react'

/** How many of one's own messages are unread, as far as the program knows: for the tab bar of every root. */
let unread = 0
const listeners = new Set<() => void>()

export function showUnread(count: number): void {
  if (count === unread) return
  unread = count
  for (const listener of [...listeners]) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useUnread = (): number => useSyncExternalStore(subscribe, () => unread)
