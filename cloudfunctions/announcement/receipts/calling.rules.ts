import type { CallEntry } from '../../../types/contract/announcement-desk'
import { covers, levelOf } from '../../shared/access.rules'
import type { AnnouncementDoc, Receipt } from '../announcement.docs'
import type { Listed } from './line-pages.rules'
import { hasCallEnded } from './receipts.rules'
import { isDone } from '../reading.rules'

/** Who is called about an announcement, and by whom. */

/**
 * The people of an announcement that somebody who works in a region calls: all of them where it takes in the place
 * of publishing; those of its communities where it lies in it. None of others, and none of a building alone
 * below what is for a whole community.
 */
export function peopleWithin(
  published: string,
  region: string,
): { whole: true } | { region: string } | null {
  if (covers(region, published)) return { whole: true }
  const level = levelOf(region)
  const isWide = level === 'community' || level === 'street' || level === 'district'
  return covers(published, region) && isWide ? { region } : null
}

/** Is somebody who lives there among them? */
export const isAmong = (within: { whole: true } | { region: string }, region: string): boolean =>
  'whole' in within || covers(within.region, region)

export type CallingState = 'absent' | 'unpublished' | 'early' | 'standing'

export function callingState(
  doc: Pick<AnnouncementDoc, 'state' | 'callFrom'> | null,
  now: number,
): CallingState {
  if (!doc) return 'absent'
  if (doc.state !== 'published' && doc.state !== 'expired') return 'unpublished'
  return doc.callFrom === undefined || doc.callFrom > now ? 'early' : 'standing'
}

/** Does this line stand on the list? Whoever was called stays there, until they do what is asked. */
export const isListed = (line: Receipt, must: AnnouncementDoc['must']): boolean =>
  !isDone(must, line)

export function presentEntry(
  { lineId, line }: Pick<Listed, 'lineId' | 'line'>,
  callee: { name: string; home: string; withoutPhone: boolean },
  callers: ReadonlyMap<string, string>,
): CallEntry {
  const { why, call } = line
  return {
    residentId: lineId,
    ...callee,
    why,
    ...(call
      ? {
          call: {
            result: call.result,
            ...(call.note === undefined ? {} : { note: call.note }),
            at: call.at,
            by: callers.get(call.by) ?? '',
          },
        }
      : {}),
  }
}

/** Whose number may be looked at: who is on the list, and whose call has not ended. */
export const isCallable = (line: Receipt, must: AnnouncementDoc['must']): boolean =>
  isListed(line, must) && !hasCallEnded(line)
