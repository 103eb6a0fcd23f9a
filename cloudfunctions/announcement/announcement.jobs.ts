import { Refusal } from '../shared/errors'
import { describeError, log } from '../shared/log'
import type { AnnouncementDoc } from './announcement.docs'
import {
  changeAnnouncement,
  forgetRemoved,
  listBehind,
  listToExpire,
  listToPublish,
} from './announcement.store'
import { follow } from './writing/follow'
import { publishNow } from './writing/publishing'
import { workAfter } from './writing/publishing.rules'

/**
 * What the ticker does for announcements: publishes those whose time has come, ends those whose time is over, and
 * finishes what a call that died left.
 */
export async function settleAnnouncements(now: number): Promise<Record<string, number>> {
  return {
    published: await each(await listToPublish(now), (doc) => publishScheduled(doc, now)),
    expired: await each(await listToExpire(now), (doc) => expire(doc, now)),
    followed: await each(await listBehind(now), (doc) => followOrForget(doc, now)),
  }
}

/** One that fails waits for the next run, and does not hold up the others. */
async function each(
  docs: readonly AnnouncementDoc[],
  work: (doc: AnnouncementDoc) => Promise<void>,
): Promise<number> {
  let done = 0
  for (const doc of docs) {
    try {
      await work(doc)
      done++
    } catch (error) {
      log('error', 'announcement not settled', { id: doc._id, ...describeError(error) })
    }
  }
  return done
}

/** What cannot be published any more, since it would be over at once, is a draft again. */
async function publishScheduled(doc: AnnouncementDoc, now: number): Promise<void> {
  try {
    await publishNow(doc, { at: now })
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'BAD_INPUT') throw error
    log('warn', 'scheduled announcement not published', { id: doc._id })
    await changeAnnouncement(doc, { set: { state: 'draft' }, unset: ['publishAt'] }, { at: now })
  }
}

async function expire(doc: AnnouncementDoc, now: number): Promise<void> {
  const change = { set: { state: 'expired' as const, behind: now, ...workAfter(doc, now) } }
  const expired = await changeAnnouncement(doc, change, { at: now })
  if (expired) await follow(expired, now)
}

async function followOrForget(doc: AnnouncementDoc, now: number): Promise<void> {
  if (doc.removedAt !== undefined && (await forgetRemoved(doc._id, now))) return
  await follow(doc, now)
}
