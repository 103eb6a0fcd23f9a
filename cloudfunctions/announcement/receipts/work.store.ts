import { type Account } from '../../shared/actor'
import { _, collection, type Document } from '../../shared/db'
import { MINUTE } from '../../shared/time'
import type { AnnouncementDoc, Work } from '../announcement.docs'

const announcements = collection<AnnouncementDoc>('announcements')
const accounts = collection<Account>('accounts')
const residents = collection<Document & { lists?: string[] }>('residents')

/** One run has an announcement's work to itself so long: longer than any run lasts. */
const CLAIMED_FOR = 2 * MINUTE

/** Takes an announcement's work for this run; false when another run has it. */
export const claimWork = ({ _id }: AnnouncementDoc, work: Work, now: number): Promise<boolean> =>
  announcements.updateOne(
    _id,
    { 'work.at': work.at, 'work.until': _.not(_.gte(now)) },
    { 'work.until': now + CLAIMED_FOR },
  )

const mine = (work: Work, now: number) => ({
  'work.at': work.at,
  'work.until': now + CLAIMED_FOR,
})

/** How far it has come; false when another run has it by now. */
export const moveOn = (
  { _id }: AnnouncementDoc,
  work: Work,
  cursor: Work['cursor'],
  now: number,
): Promise<boolean> =>
  announcements.updateOne(_id, mine(work, now), { 'work.cursor': cursor ?? null })

/** For now: another run may go on at once. */
export const letGoOf = ({ _id }: AnnouncementDoc, work: Work, now: number): Promise<boolean> =>
  announcements.updateOne(_id, mine(work, now), { 'work.until': 0 })

/** Nothing is left to do. */
export const endWork = ({ _id }: AnnouncementDoc, work: Work): Promise<boolean> =>
  announcements.updateOne(_id, { 'work.at': work.at }, { work: _.remove() })

/** Lists that an account or a record stands on are kept: the last so many. */
const LISTS_KEPT = 50
/** Documents marked in one request. */
const AT_ONCE = 500

/** Marks that these accounts and records stand on the announcement's list; marked again, nothing changes. */
export async function markOnList(
  announcementId: string,
  { accountIds, residentIds }: { accountIds: readonly string[]; residentIds: readonly string[] },
): Promise<void> {
  const unmarked = { lists: _.neq(announcementId) }
  const mark = () => ({ lists: _.push({ each: [announcementId], slice: -LISTS_KEPT }) })
  for (let from = 0; from < residentIds.length; from += AT_ONCE) {
    await residents.updateMany(residentIds.slice(from, from + AT_ONCE), unmarked, mark())
  }
  for (let from = 0; from < accountIds.length; from += AT_ONCE) {
    await accounts.updateMany(accountIds.slice(from, from + AT_ONCE), unmarked, mark())
  }
}
