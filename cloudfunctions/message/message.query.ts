import type { Notice } from '../../types/contract/message-inbox'
import { LIMITS } from '../../types/contract/limits'
import type { Account, Subject } from '../shared/actor'
import { _, readCollection } from '../shared/db'
import { listKeyFrom, pageOf } from '../shared/list-key.rules'
import type { NoticeDoc } from '../shared/notices'
import { boundedKeys, readerKeys } from '../shared/reader-keys.rules'
import { findReading, isSeen, readerIdOf, type Reading, UNREAD_FOR } from '../shared/readings'
import { together } from '../shared/together'

const notices = readCollection<NoticeDoc>('notices')

/** Who reads: the caller, for nobody else reads what somebody is told. */
export interface Reader {
  openid: string
  actor: Account
  subject: Subject | null
  now: number
}

/** By which a reader finds what many were told at once. */
const keysOf = ({ actor, subject, now }: Reader): string[] =>
  boundedKeys(readerKeys(actor, subject, now))

const NEWEST_FIRST = [['listKey', 'desc']] as const
const before = (after: string | undefined) => (after === undefined ? {} : { listKey: _.lt(after) })

const ownPage = (accountId: string, after: string | undefined, limit: number) =>
  notices.list({ where: { accountId, ...before(after) }, orderBy: NEWEST_FIRST, limit })

const groupPage = (keys: readonly string[], after: string | undefined, limit: number) =>
  keys.length === 0
    ? Promise.resolve([])
    : notices.list({
        where: { to: _.in([...keys]), ...before(after) },
        orderBy: NEWEST_FIRST,
        limit,
      })

/** Of what many were told, the newest that may be unread; older ones are not called so. */
const groupRecent = (keys: readonly string[], now: number): Promise<NoticeDoc[]> =>
  keys.length === 0
    ? Promise.resolve([])
    : notices.list({
        where: { to: _.in([...keys]), listKey: _.gt(listKeyFrom(now - UNREAD_FOR)) },
        orderBy: NEWEST_FIRST,
        limit: LIMITS.unreadCounted,
      })

const ownUnread = async (accountId: string): Promise<number> => {
  const found = await notices.list({
    where: { accountId, unread: true },
    limit: LIMITS.unreadCounted,
    fields: ['unread'],
  })
  return found.length
}

const isRead = ({ unread, group, at }: NoticeDoc, reading: Reading | null, now: number): boolean =>
  group === undefined ? !unread : isSeen(reading, { id: group, at }, now)

const countOf = (
  own: number,
  recent: readonly NoticeDoc[],
  reading: Reading | null,
  now: number,
): number =>
  Math.min(own + recent.filter((one) => !isRead(one, reading, now)).length, LIMITS.unreadCounted)

const readingOf = ({ actor, subject }: Reader): Promise<Reading | null> =>
  findReading(readerIdOf(actor, subject))

/** How many a reader has not read, up to `LIMITS.unreadCounted`: three reads, at once. */
export async function countUnread(reader: Reader): Promise<number> {
  const [own, recent, reading] = await together([
    ownUnread(reader.openid),
    groupRecent(keysOf(reader), reader.now),
    readingOf(reader),
  ])
  return countOf(own, recent, reading, reader.now)
}

/** One page of what a reader was told, alone or with many, newest first; and how many are unread. */
export async function listNotices(
  reader: Reader,
  after: string | undefined,
): Promise<{ items: Notice[]; next?: string; unread: number }> {
  const { openid, now } = reader
  const keys = keysOf(reader)
  const most = LIMITS.messagePage + 1
  const [own, many, unread, recent, reading] = await together([
    ownPage(openid, after, most),
    groupPage(keys, after, most),
    ownUnread(openid),
    groupRecent(keys, now),
    readingOf(reader),
  ])
  const both = [...own, ...many].sort((a, b) => (a.listKey < b.listKey ? 1 : -1))
  const page = pageOf(both, LIMITS.messagePage, (doc) => ({
    noticeId: doc._id,
    at: doc.at,
    read: isRead(doc, reading, now),
    about: doc.about,
  }))
  return { ...page, unread: countOf(unread, recent, reading, now) }
}

/** Of these, what many were told and the reader holds a key of. */
export async function findGroups(reader: Reader, noticeIds: readonly string[]): Promise<string[]> {
  const ids = noticeIds.filter((id) => id.startsWith('m-'))
  if (ids.length === 0) return []
  const keys = new Set(keysOf(reader))
  const found = await notices.findMany(ids)
  return found.flatMap(({ group, to = [] }) =>
    group !== undefined && to.some((key) => keys.has(key)) ? [group] : [],
  )
}
