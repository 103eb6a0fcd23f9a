import { useSyncExternalStore } from 'react'
import type { ServiceCategory } from '../../../types/contract/booking'
import { openServices } from '../../lib/routes'

/** Which services 服务 shows. Home sets it on the way there: a tab takes no parameters. */
let category: ServiceCategory | 'all' = 'all'
const listeners = new Set<() => void>()

export function showCategory(next: ServiceCategory | 'all'): void {
  category = next
  for (const listener of [...listeners]) listener()
}

/** To 服务, with one kind of services chosen there. */
export function openServicesOf(next: ServiceCategory | 'all'): void {
  showCategory(next)
  void openServices()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useCategory = () => useSyncExternalStore(subscribe, () => category)
