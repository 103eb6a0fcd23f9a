import type { OperationName } from '../../types/contract'
import { useActing } from '../lib/acting'

/**
 * What can be asked and done for somebody else: `access.dependents` of the contract, whose values a phone
 * does not load; test/phone/for-others.test.ts holds the two together. All the rest is always one's own.
 */
export const FOR_OTHERS: readonly OperationName[] = [
  'account.me',
  'account.listPlaces',
  'account.listTraces',
  'account.listHeads',
  'booking.listServices',
  'booking.viewService',
  'booking.listSlots',
  'booking.reserve',
  'booking.cancel',
  'booking.listMine',
  'directory.listEntries',
  'directory.viewEntry',
  'directory.resolveCode',
  'home.view',
]

/**
 * The resident that an operation is done for, while the program acts for somebody; nobody when it is
 * one's own, as `as: 'me'` says of a single call.
 */
export function useWhom(name: OperationName, as?: 'me'): string | undefined {
  const acting = useActing()
  return as !== 'me' && FOR_OTHERS.includes(name) ? acting?.residentId : undefined
}
