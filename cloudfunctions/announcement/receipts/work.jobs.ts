import { pushOf } from '../../shared/notices'
import { accountsWithCredit, dropPushes, pushTo, rewordPushes } from '../../shared/pushes'
import { describeError, log } from '../../shared/log'
import { dayOf } from '../../shared/time'
import { noticeOf } from '../writing/announced.rules'
import type { AnnouncementDoc, Work } from '../announcement.docs'
import { listMembers, type Member } from '../audience/audience.query'
import { formerSeenIds, seenIdOf } from '../rounds.rules'
import { dropFormerLines, makeLines } from './receipts.store'
import { listWork } from './work.query'
import { claimWork, endWork, letGoOf, markOnList, moveOn } from './work.store'

/** Pages of a thousand people gone through in one run, for all announcements together. */
const PAGES = 10

/**
 * What the ticker does for those whom a published announcement means: marks whoever stands on its list, makes
 * their lines in the receipts, sends to their phones. Page by page, each of which is safe to repeat.
 */
export async function goOnWithWork(now: number): Promise<number> {
  let pages = PAGES
  let people = 0
  for (const doc of await listWork()) {
    const { work } = doc
    if (!work || pages <= 0) break
    try {
      if (doc.state !== 'published') {
        // What waits for the morning is not told of what is over or was taken back.
        await dropAll([...formerSeenIds(doc), seenIdOf(doc)], now)
        await endWork(doc, work)
        continue
      }
      if (!(await claimWork(doc, work, now))) continue
      const done = await workOn(doc, work, pages, now)
      pages -= done.pages
      people += done.people
    } catch (error) {
      // Until its time is over nobody takes it: then it goes on where it stopped.
      log('error', 'announcement not worked on', { id: doc._id, ...describeError(error) })
    }
  }
  return people
}

async function workOn(
  doc: AnnouncementDoc,
  work: Work,
  most: number,
  now: number,
): Promise<{ pages: number; people: number }> {
  let cursor = work.cursor ?? { community: 0, after: '' }
  let people = 0
  if (work.left.includes('tidy')) await tidy(doc, now)
  if (work.left.every((part) => part === 'tidy')) {
    await endWork(doc, work)
    return { pages: 1, people }
  }
  for (let pages = 1; ; pages++) {
    const { members, next } = await listMembers(doc, cursor, now)
    await serveMembers(doc, work, members, { community: cursor.community, now })
    people += members.length
    if (!next) {
      // A run that began before the correction may have come between.
      if (work.left.includes('tidy')) await tidy(doc, now)
      await endWork(doc, work)
      return { pages, people }
    }
    if (!(await moveOn(doc, work, next, now))) return { pages, people }
    cursor = next
    if (pages >= most) {
      await letGoOf(doc, work, now)
      return { pages, people }
    }
  }
}

/** After a correction: nobody is sent former words, nor counted for what they did before they had to read it again. */
async function tidy(doc: AnnouncementDoc, now: number): Promise<void> {
  await dropAll(formerSeenIds(doc), now)
  const { values } = pushOf({ accountId: '', ...factOf(doc, now) })
  await rewordPushes(seenIdOf(doc), values)
  await dropFormerLines(doc)
}

async function dropAll(groups: readonly string[], now: number): Promise<void> {
  for (const group of groups) await dropPushes(group, now)
}

async function serveMembers(
  doc: AnnouncementDoc,
  { left }: Work,
  members: readonly Member[],
  { community, now }: { community: number; now: number },
): Promise<void> {
  const accountIds = [...new Set(members.flatMap(({ accountId }) => accountId ?? []))]
  if (left.includes('list')) {
    const residentIds = members.flatMap(({ residentId }) => residentId ?? [])
    await markOnList(doc._id, { accountIds, residentIds })
  }
  if (left.includes('people')) {
    await makeLines(doc, members, { community, day: dayOf(doc.publishedAt ?? now) })
  }
  if (left.includes('pushes')) await pushToAll(doc, accountIds, now)
}

/** Accounts that messages are made for at a time. */
const AT_ONCE = 500

async function pushToAll(
  doc: AnnouncementDoc,
  accountIds: readonly string[],
  now: number,
): Promise<void> {
  for (let from = 0; from < accountIds.length; from += AT_ONCE) {
    const able = await accountsWithCredit(accountIds.slice(from, from + AT_ONCE), 'announcement')
    const group = seenIdOf(doc)
    await pushTo(
      [...able].map((accountId) => ({ ...pushOf({ accountId, ...factOf(doc, now) }), group })),
    )
  }
}

const factOf = (doc: AnnouncementDoc, now: number) => ({
  about: noticeOf(doc).about,
  fact: seenIdOf(doc),
  at: now,
})
