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
  'announcement.listPublished',
  'announcement.view',
  'announcement.markOpened',
  'announcement.confirm',
  'announcement.search',
  'announcement.ask',
  'announcement.listDisclosures',
  'announcement.downloadDisclosure',
  'booking.listServices',
  'booking.viewService',
  'booking.listSlots',
  'booking.viewBooking',
  'booking.reserve',
  'booking.change',
  'booking.cancel',
  'booking.joinWaitlist',
  'booking.leaveWaitlist',
  'booking.acceptOffer',
  'booking.listMine',
  'booking.viewResult',
  'booking.rate',
  'booking.entitlements',
  'booking.myCode',
  'booking.visitDigits',
  'directory.listEntries',
  'directory.viewEntry',
  'directory.resolveCode',
  'home.view',
  'message.askStaff',
  'message.listAsked',
]

/**
 * Whose a single call is: one's own, also while the program acts for somebody; or, at the desk, the
 * person's whose card is open there.
 */
export type CallAs = 'me' | { residentId: string }

/**
 * The resident that an operation is done for, while the program acts for somebody, or as a single call
 * says it; nobody when it is one's own.
 */
export function useWhom(name: OperationName, as?: CallAs): string | undefined {
  const acting = useActing()
  if (typeof as === 'object') return as.residentId
  return as !== 'me' && FOR_OTHERS.includes(name) ? acting?.residentId : undefined
}
