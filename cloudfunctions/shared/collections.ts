import { ACCOUNT_COLLECTIONS } from './collections/account'
import { ANNOUNCEMENT_COLLECTIONS } from './collections/announcement'
import { BOOKING_COLLECTIONS } from './collections/booking'
import type { CollectionDeclaration } from './collections/declaration'
import { DIRECTORY_COLLECTIONS } from './collections/directory'
import { KERNEL_COLLECTIONS } from './collections/kernel'
import { MESSAGE_COLLECTIONS } from './collections/message'
import { ROSTER_COLLECTIONS } from './collections/roster'

export type {
  CollectionDeclaration,
  IndexDeclaration,
  SealedInList,
} from './collections/declaration'

/**
 * Every collection with its indexes, in one place: the local cloud and the deployment both read it.
 * All are closed to clients (`read: false, write: false`): only cloud functions reach the data.
 */
export const COLLECTIONS = {
  ...ACCOUNT_COLLECTIONS,
  ...ANNOUNCEMENT_COLLECTIONS,
  ...BOOKING_COLLECTIONS,
  ...MESSAGE_COLLECTIONS,
  ...DIRECTORY_COLLECTIONS,
  ...ROSTER_COLLECTIONS,
  ...KERNEL_COLLECTIONS,
} as const satisfies Record<string, CollectionDeclaration>

export type CollectionName = keyof typeof COLLECTIONS
