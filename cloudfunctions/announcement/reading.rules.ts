import type { Done } from '../../types/contract/announcement-content'
import type { AnnouncementRow } from '../../types/contract/announcement-reading'
import { covers, liveRoles } from '../shared/access.rules'
import type { HeldRole } from '../shared/actor'
import type { GivenRole } from '../../types/contract/role'
import { isSeen } from '../shared/readings.rules'
import type { AnnouncementDoc, Did, ReaderDoc } from './announcement.docs'
import { isOfRound, roundOf, seenIdOf, sinceOf } from './rounds.rules'

/** What a reader may see of an announcement, and what they have done about it. */

export const isMeant = (keys: readonly string[], doc: Pick<AnnouncementDoc, 'keys'>): boolean =>
  doc.keys.some((key) => keys.includes(key))

/** Who writes announcements, and so may read all that are written for their region. */
export const WRITERS: readonly GivenRole[] = [
  'propertyManager',
  'socialWorker',
  'staff',
  'streetOfficer',
  'districtOfficer',
]

interface Authored {
  author: Pick<AnnouncementDoc['author'], 'role'>
}

/** Is it this role's to work with? Property managers see what property managers wrote, and no more. */
export const isTheirs = ({ author }: Authored, role: GivenRole): boolean =>
  role !== 'propertyManager' || author.role === 'propertyManager'

/** Who works with what was written so. */
export const workersOn = (written: Authored): GivenRole[] =>
  WRITERS.filter((role) => isTheirs(written, role))

const writesFor = (roles: readonly HeldRole[], doc: AnnouncementDoc, now: number): boolean =>
  liveRoles(roles, now).some(
    ({ role, region }) =>
      WRITERS.includes(role) && covers(region, doc.region) && isTheirs(doc, role),
  )

/** It is over: its time has come, whether or not the ticker has been there. */
export const isOver = (
  { state, expiresAt }: Pick<AnnouncementDoc, 'state' | 'expiresAt'>,
  now: number,
): boolean => state === 'expired' || (expiresAt !== undefined && expiresAt <= now)

/**
 * How somebody may read an announcement: `hidden` ones are not there for anybody (drafts, scheduled), `others`
 * are for others.
 */
export function decideReading(
  doc: AnnouncementDoc | null,
  { keys, roles, now }: { keys: readonly string[]; roles: readonly HeldRole[]; now: number },
): 'hidden' | 'others' | 'withdrawn' | 'open' {
  if (!doc || doc.state === 'draft' || doc.state === 'scheduled') return 'hidden'
  if (!doc.public && !isMeant(keys, doc) && !writesFor(roles, doc, now)) return 'others'
  return doc.state === 'withdrawn' ? 'withdrawn' : 'open'
}

/** What a list needs of an announcement. */
export const ROW_FIELDS = [
  'said.title',
  'said.category',
  'from',
  'region',
  'publishedAt',
  'pinnedUntil',
  'expiresAt',
  'state',
  'must',
  'corrections',
  'listKey',
  'keys',
] as const

export type RowDoc = Pick<
  AnnouncementDoc,
  | '_id'
  | 'from'
  | 'region'
  | 'publishedAt'
  | 'pinnedUntil'
  | 'expiresAt'
  | 'state'
  | 'must'
  | 'corrections'
  | 'listKey'
  | 'keys'
> & { said: Pick<AnnouncementDoc['said'], 'title' | 'category'> }

/** What a reader did last, in whichever round. */
export const didOf = (reading: ReaderDoc | null, announcementId: string): Did | undefined =>
  reading?.did?.find((one) => one.announcementId === announcementId)

/** What a reader did since it is asked. */
export function doneIn(
  reading: ReaderDoc | null,
  doc: Pick<AnnouncementDoc, '_id' | 'corrections'>,
): Did | undefined {
  const did = didOf(reading, doc._id)
  return did && isOfRound(did, roundOf(doc)) ? did : undefined
}

/** Has the reader done what is asked? */
export const isDone = (
  must: AnnouncementDoc['must'],
  did: Partial<Pick<Did, 'openedAt' | 'confirmedAt' | 'choice'>> | undefined,
): boolean => {
  switch (must?.do) {
    case undefined:
      return true
    case 'read':
      return did?.openedAt !== undefined
    case 'confirm':
      return did?.confirmedAt !== undefined
    case 'choose':
      return did?.choice !== undefined
  }
}

/** What a row says of its reader. */
export interface RowReader {
  reading: ReaderDoc | null
  keys: readonly string[]
  now: number
}

/** Of those whom it is for and who have not seen it; of whoever may read it too, as a stranger, nothing is kept. */
const isUnread = (doc: UnreadDoc, { reading, keys, now }: RowReader): boolean =>
  isMeant(keys, doc) && !isSeen(reading, { id: seenIdOf(doc), at: sinceOf(doc) }, now)

type UnreadDoc = Pick<RowDoc, '_id' | 'publishedAt' | 'keys' | 'corrections'>

/** One line of a list. What must be done is asked of those who are meant, and not of whoever may read it too. */
export function presentRow(doc: RowDoc, reader: RowReader): AnnouncementRow {
  const { reading, keys, now } = reader
  const { _id, said, from, publishedAt = 0, pinnedUntil = 0, corrections, must } = doc
  return {
    announcementId: _id,
    title: said.title,
    category: said.category,
    from,
    publishedAt,
    pinned: pinnedUntil > now,
    unread: isUnread(doc, reader),
    corrected: corrections.length > 0,
    ...(must && isMeant(keys, doc)
      ? { must: { do: must.do, done: isDone(must, doneIn(reading, doc)) } }
      : {}),
  }
}

/** Does it wait for the reader to do something? */
export const waits = ({ must }: AnnouncementRow): boolean => must !== undefined && !must.done

/** Announcements on the home screen. */
const HOME_ROWS = 3

/**
 * What the home screen shows: pinned ones as in the list, then what waits for the reader, then the newest. However
 * much is pinned, one place is kept for what waits.
 */
export function pickForHome(
  pinned: readonly AnnouncementRow[],
  newest: readonly AnnouncementRow[],
): AnnouncementRow[] {
  const others = newest.filter((row) =>
    pinned.every((one) => one.announcementId !== row.announcementId),
  )
  const top = [...pinned.filter(waits), ...pinned.filter((row) => !waits(row))]
  const most = others.some(waits) ? HOME_ROWS - 1 : HOME_ROWS
  const rest = [...others.filter(waits), ...others.filter((row) => !waits(row))]
  return [...top.slice(0, most), ...rest].slice(0, HOME_ROWS)
}

/** How many of these the reader has not seen. */
export const countUnread = (docs: readonly UnreadDoc[], reader: RowReader): number =>
  docs.filter((doc) => isUnread(doc, reader)).length

/** What was done, as it stands in the reader's own document or in the receipts. */
export function presentDone(did: Partial<Did> | undefined): Done {
  if (!did) return {}
  const { openedAt, confirmedAt, choice, by } = did
  return {
    ...(openedAt === undefined ? {} : { openedAt }),
    ...(confirmedAt === undefined ? {} : { confirmedAt }),
    ...(choice === undefined ? {} : { choice }),
    ...(by === undefined ? {} : { by }),
  }
}
