/** Which of what came has a reader seen? Pure: what `readings` holds is read elsewhere (readings.ts). */

export const SEEN_KEPT = 300

/** What came longer ago than this is not called unread. */
export const UNREAD_FOR = 30 * 24 * 60 * 60 * 1_000

/** Who reads: the person acted for, or the caller in the community in use, or as who they work here. */
export const readerIdOf = (
  actor: { ref: string } | null,
  subject: { residentId: string } | null,
): string | undefined => subject?.residentId ?? (actor ? `w-${actor.ref}` : undefined)

/** Has the reader seen what came at that time? */
export const isSeen = (
  reading: { seen: readonly string[]; seenAllAt?: number } | null,
  { id, at }: { id: string; at: number },
  now: number,
): boolean =>
  at <= now - UNREAD_FOR || at <= (reading?.seenAllAt ?? 0) || (reading?.seen.includes(id) ?? false)
