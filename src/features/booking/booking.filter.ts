import { useSyncExternalStore } from 'react'
import type { ServiceCategory } from '../../../types/contract/booking'

/** Which services 服务 shows. Home sets it on the way there: a tab takes no parameters. */
let category: ServiceCategory | 'all' = 'all'
const listeners = new Set<() => void>()

export function showCategory(next: ServiceCategory | 'all'): void {
  category = next
  for (const listener of [...listeners]) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useCategory = () => useSyncExternalStore(subscribe, () => category)
