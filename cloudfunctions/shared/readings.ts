import { readCollection, type Document } from './db'

export { isSeen, readerIdOf, SEEN_KEPT, UNREAD_FOR } from './readings.rules'

/**
 * What one reader has seen of what many are told at once: a resident, by the record's id, or somebody who only
 * works here, by `w-` and the account's `ref`. Made when they first read something.
 */
export interface Reading extends Document {
  residentId?: string
  /** Of a reader without a home here: the account (openid). */
  accountId?: string
  communityId?: string
  /** The ids of what was seen, the last `SEEN_KEPT`. */
  seen: string[]
  /** "Mark all as read": whatever came until then counts as seen. */
  seenAllAt?: number
}

const readings = readCollection<Reading>('readings')

export const findReading = (readerId: string | undefined): Promise<Reading | null> =>
  readerId === undefined ? Promise.resolve(null) : readings.find(readerId)
