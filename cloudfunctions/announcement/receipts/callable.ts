import type { Post } from '../../shared/actor'
import { refuse } from '../../shared/errors'
import type { AnnouncementDoc } from '../announcement.docs'
import { findAnnouncement } from '../announcement.query'
import { callingState, peopleWithin } from './calling.rules'
import { isTheirs } from '../reading.rules'
import type { Within } from './receipts.query'

/** An announcement whose call list stands, for whoever works in the region: whose people they call. */
export async function callable(
  { region, announcementId }: { region: string; announcementId: string },
  { post, now }: { post: Post; now: number },
): Promise<{ doc: AnnouncementDoc; within: Within }> {
  const doc = await findAnnouncement(announcementId)
  const within = doc && peopleWithin(doc.region, region)
  if (!doc || !within || doc.state === 'draft' || !isTheirs(doc, post.role))
    return refuse('NOT_FOUND')
  const state = callingState(doc, now)
  if (state === 'unpublished') return refuse('NOT_PUBLISHED')
  if (state === 'early') return refuse('TOO_EARLY')
  return { doc, within }
}
