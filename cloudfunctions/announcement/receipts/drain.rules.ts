import type { ReaderDoc, ReadingEntry } from '../announcement.docs'
import type { Member } from '../audience/audience.query'

/** What of a reader's outbox the receipts follow, and as whom. */

/** What a reader did about announcements whose lines are all made: of the others the entries wait. */
export const entriesDue = (
  { outbox = [] }: Pick<ReaderDoc, 'outbox'>,
  making: readonly string[],
): ReadingEntry[] => outbox.filter(({ announcementId }) => !making.includes(announcementId))

/** Somebody as the reader who did something: a line that is made for them is named by this id. */
export const asReader = (member: Member, readerId: string): Member => ({
  ...member,
  ids: [readerId, ...member.ids.filter((id) => id !== readerId)],
})
