import { readCollection, type Document } from './db'

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

export const SEEN_KEPT = 300

/** What came longer ago than this is not called unread. */
export const UNREAD_FOR = 30 * 24 * 60 * 60 * 1_000

const readings = readCollection<Reading>('readings')

/** Who reads: the person acted for, or the caller in the community in use, or as who they work here. */
export const readerIdOf = (
  actor: { ref: string } | null,
  subject: { residentId: string } | null,
): string | undefined => subject?.residentId ?? (actor ? `w-${actor.ref}` : undefined)

export const findReading = (readerId: string | undefined): Promise<Reading | null> =>
  readerId === undefined ? Promise.resolve(null) : readings.find(readerId)

/** Has the reader seen what came at that time? */
export const isSeen = (
  reading: Pick<Reading, 'seen' | 'seenAllAt'> | null,
  { id, at }: { id: string; at: number },
  now: number,
): boolean =>
  at <= now - UNREAD_FOR || at <= (reading?.seenAllAt ?? 0) || (reading?.seen.includes(id) ?? false)
