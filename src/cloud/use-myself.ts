import type { Me } from '../../types/contract/account'
import { useKnown, useQuery } from './use-query'

/**
 * Oneself, also while the program acts for somebody: as home knows it, or else asked for. Nothing while
 * that is on its way, or failed: whoever uses it can do without.
 */
export function useMyself(): Me | undefined {
  const known = useKnown('home.view', {}, { as: 'me' })?.me
  const asked = useQuery('account.me', {}, { as: 'me', wanted: known === undefined })
  return known ?? (asked.status === 'ready' ? asked.data : undefined)
}
