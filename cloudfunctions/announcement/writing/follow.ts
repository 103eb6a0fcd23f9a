import { dropUploads, keepUploads } from '../../shared/files'
import { tellMany, untellMany } from '../../shared/notices'
import { together } from '../../shared/together'
import { noticeOf, searchedOf, termsDocOf } from './announced.rules'
import type { AnnouncementDoc } from '../announcement.docs'
import { loadAnnouncement, putTerms, removeTerms, settle } from '../announcement.store'
import { formerSeenIds, seenIdOf } from '../rounds.rules'
import { initialsOf } from '../finding/initials'

/** How often to begin anew when the announcement changes meanwhile. */
const TRIES = 5

/**
 * Brings what hangs on an announcement in line with it: its files, the terms it is found by, the notice to its
 * readers. The call that changed it does so, and the ticker where the call died; whoever comes late with an older
 * state sees that it has changed, and does it again with the newer one.
 */
export async function follow(doc: AnnouncementDoc, now: number): Promise<void> {
  let current = doc
  for (let tries = 1; tries <= TRIES; tries++) {
    await bringInLine(current, now)
    if (await settle(current)) return
    const latest = await loadAnnouncement(current._id)
    if (!latest || (latest.version === current.version && latest.behind === undefined)) return
    current = latest
  }
}

async function bringInLine(doc: AnnouncementDoc, now: number): Promise<void> {
  const { _id, state, keeping = [], dropping = [] } = doc
  await together([
    keepUploads(keeping, _id),
    dropUploads(dropping, _id, now),
    ...(state === 'published' ? [makeFound(doc), tellMany(noticeOf(doc))] : []),
    ...(state === 'expired' || state === 'withdrawn' ? [removeTerms(_id)] : []),
    ...formerSeenIds(doc).map(untellMany),
    ...(state === 'withdrawn' ? [untellMany(seenIdOf(doc))] : []),
  ])
}

const makeFound = async (doc: AnnouncementDoc): Promise<void> =>
  putTerms(termsDocOf(doc, await initialsOf(searchedOf(doc))))
