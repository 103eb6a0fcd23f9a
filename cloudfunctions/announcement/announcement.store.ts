import { _, collection } from '../shared/db'
import { listKeyOf } from '../shared/list-key.rules'
import { type Tap, TAPS_KEPT } from '../shared/taps'
import { HOUR } from '../shared/time'
import type { AnnouncementDoc, FormerDoc, TermsDoc } from './announcement.docs'

const announcements = collection<AnnouncementDoc>('announcements')
const formers = collection<FormerDoc>('announcementFormers')
const terms = collection<TermsDoc>('announcementTerms')

export const loadAnnouncement = (id: string): Promise<AnnouncementDoc | null> =>
  announcements.find(id)

/** A new draft; `exists` when the tap that makes it has been here. */
export const insertDraft = (doc: AnnouncementDoc): Promise<'inserted' | 'exists'> =>
  announcements.insert(doc)

/** What changes: fields that get a value, and fields that go. */
export interface Change {
  set: Partial<Omit<AnnouncementDoc, '_id' | 'version' | 'taps'>>
  unset?: readonly (keyof AnnouncementDoc)[]
}

/** By which tap, and by whom (`ref`); by nobody where the ticker does what was decided before. */
export interface ChangedBy {
  at: number
  by?: string
  tap?: Tap
}

/**
 * Changes an announcement in one update if nobody has since it was read: the document as it is then, or null.
 */
export async function changeAnnouncement(
  doc: AnnouncementDoc,
  { set, unset = [] }: Change,
  { at, by, tap }: ChangedBy,
): Promise<AnnouncementDoc | null> {
  const { _id, version } = doc
  const change = {
    ...set,
    version: version + 1,
    changedAt: at,
    deskKey: listKeyOf(at, _id),
    ...(by === undefined ? {} : { changedBy: by }),
  }
  const done = await announcements.updateOne(
    _id,
    {
      version,
      removedAt: _.exists(false),
      ...(tap ? { 'taps.tapId': _.neq(tap.tapId) } : {}),
    },
    {
      ...change,
      ...Object.fromEntries(unset.map((field) => [field, _.remove()])),
      ...(tap ? { taps: _.push({ each: [tap], slice: -TAPS_KEPT }) } : {}),
    },
  )
  if (!done) return null
  const left = Object.entries(doc).filter(([field]) => !unset.some((gone) => gone === field))
  const kept = Object.fromEntries(left) as unknown as AnnouncementDoc
  return { ...kept, ...change, taps: tap ? [...doc.taps, tap].slice(-TAPS_KEPT) : doc.taps }
}

/** What it said until its n-th correction. Kept again, it is the same. */
export const keepFormer = async (
  { _id, region, said }: AnnouncementDoc,
  n: number,
): Promise<void> => {
  await formers.insert({ _id: `${_id}-${n}`, announcementId: _id, region, said })
}

/** The terms it is found by, unless newer ones stand there. */
export async function putTerms(doc: TermsDoc): Promise<void> {
  if ((await terms.insert(doc)) === 'inserted') return
  const { _id, ...rest } = doc
  await terms.updateOne(_id, { version: _.lt(doc.version) }, rest)
}

export const removeTerms = (announcementId: string): Promise<void> => terms.remove(announcementId)

/** All that hangs on it is in line with it, as it was read; false when it has changed since. */
export const settle = (doc: AnnouncementDoc): Promise<boolean> =>
  announcements.updateOne(
    doc._id,
    { version: doc.version, behind: doc.behind ?? _.exists(false) },
    {
      behind: doc.removedAt === undefined ? _.remove() : doc.removedAt + REMOVED_STAYS,
      keeping: _.remove(),
      dropping: _.remove(),
    },
  )

/** A tap that removed a draft finds it so long. */
const REMOVED_STAYS = HOUR

/** A removed draft goes, once its time is over and its files are left to the ticker. */
export const forgetRemoved = (id: string, now: number): Promise<boolean> =>
  announcements.removeIf(id, {
    removedAt: _.lte(now - REMOVED_STAYS),
    dropping: _.exists(false),
  })

/** Documents that the ticker looks at in one run, for each of these. */
const BATCH = 50

export const listToPublish = (now: number): Promise<AnnouncementDoc[]> =>
  announcements.list({
    where: { state: 'scheduled', publishAt: _.lte(now) },
    orderBy: [['publishAt', 'asc']],
    limit: BATCH,
  })

export const listToExpire = (now: number): Promise<AnnouncementDoc[]> =>
  announcements.list({
    where: { state: 'published', expiresAt: _.lte(now) },
    orderBy: [['expiresAt', 'asc']],
    limit: BATCH,
  })

export const listBehind = (now: number): Promise<AnnouncementDoc[]> =>
  announcements.list({
    where: { behind: _.lte(now) },
    orderBy: [['behind', 'asc']],
    limit: BATCH,
  })
