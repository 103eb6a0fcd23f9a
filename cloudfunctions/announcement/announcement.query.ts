import type { Category } from '../../types/contract/announcement-content'
import { LIMITS } from '../../types/contract/limits'
import { EVERYWHERE } from '../shared/access.rules'
import { _, readCollection } from '../shared/db'
import { listKeyFrom } from '../shared/list-key.rules'
import { pathsTo } from '../shared/reader-keys.rules'
import { UNREAD_FOR } from '../shared/readings.rules'
import type { AnnouncementDoc, FormerDoc, ReaderDoc } from './announcement.docs'
import { ROW_FIELDS, type RowDoc } from './reading.rules'

const announcements = readCollection<AnnouncementDoc>('announcements')
const formers = readCollection<FormerDoc>('announcementFormers')
const readings = readCollection<ReaderDoc>('readings')

export const findAnnouncement = (id: string): Promise<AnnouncementDoc | null> =>
  announcements.find(id)

export const findReading = (readerId: string | undefined): Promise<ReaderDoc | null> =>
  readerId === undefined ? Promise.resolve(null) : readings.find(readerId)

/** What an announcement said before its corrections, the oldest first. */
export async function listFormers(announcementId: string): Promise<FormerDoc[]> {
  const found = await formers.list({ where: { announcementId }, limit: LIMITS.corrections })
  const numberOf = ({ _id }: FormerDoc) => Number(_id.slice(announcementId.length + 1))
  return found.sort((a, b) => numberOf(a) - numberOf(b))
}

/** Whose announcements: of whoever holds one of these keys, or public ones, of a place or of all. */
export type Whose = { keys: readonly string[] } | { publicOf: string | undefined }

/** What is for whoever holds these keys; for those who hold none, what is public. */
export function whoseOf(keys: readonly string[], region: string | undefined): Whose {
  if (keys.length > 0) return { keys }
  return { publicOf: region === EVERYWHERE ? undefined : region }
}

/**
 * Each kind of readers goes by an index that begins with equalities and ends with `listKey`, so that a page
 * reads what it shows at any number of announcements.
 */
export function published(whose: Whose): Record<string, unknown> {
  if ('keys' in whose) return { state: 'published', keys: _.in([...whose.keys]) }
  const { publicOf } = whose
  return {
    public: true,
    state: 'published',
    ...(publicOf === undefined ? {} : { keys: _.in(pathsTo(publicOf)) }),
  }
}

const NEWEST = [['listKey', 'desc']] as const

/** One page, newest first, and one more where there is any. */
export const listPage = (
  whose: Whose,
  { category, after }: { category?: Category | undefined; after?: string | undefined },
): Promise<RowDoc[]> =>
  announcements.list({
    where: {
      ...published(whose),
      ...(category === undefined ? {} : { 'said.category': category }),
      ...(after === undefined ? {} : { listKey: _.lt(after) }),
    },
    orderBy: NEWEST,
    limit: LIMITS.announcementPage + 1,
    fields: ROW_FIELDS,
  })

/** Pinned ones at the top of a list. */
const PINNED = 10

export const listPinned = (whose: Whose, now: number): Promise<RowDoc[]> =>
  announcements.list({
    where: { ...published(whose), pinnedUntil: _.gt(now) },
    orderBy: [['pinnedUntil', 'desc']],
    limit: PINNED,
    fields: ROW_FIELDS,
  })

/** What counts as unread is looked for among the newest so many of the last 30 days. */
export const listNewest = (whose: Whose, now: number): Promise<RowDoc[]> =>
  announcements.list({
    where: { ...published(whose), listKey: _.gte(listKeyFrom(Math.max(0, now - UNREAD_FOR))) },
    orderBy: NEWEST,
    limit: LIMITS.unreadCounted,
    fields: ROW_FIELDS,
  })
