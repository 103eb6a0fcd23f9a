import type { Account, Subject } from '../shared/actor'
import { _, collection } from '../shared/db'
import { readerIdOf, SEEN_KEPT } from '../shared/readings.rules'
import { type Tap, TAPS_KEPT } from '../shared/taps'
import type { Did, ReaderDoc, ReadingEntry } from './announcement.docs'
import { seenIdIn } from './rounds.rules'

const readings = collection<ReaderDoc>('readings')

/** What somebody did about so many announcements is kept. */
const DID_KEPT = 200

/** A reader's document as it begins. */
export type ReaderStart = Pick<ReaderDoc, '_id' | 'residentId' | 'accountId' | 'communityId'>

/** Who reads: the person acted for, the caller, or who they work here as. */
export const startOf = ({
  actor,
  subject,
  openid,
}: {
  actor: Account
  subject: Subject | null
  openid: string
}): ReaderStart => ({
  _id: readerIdOf(actor, subject) ?? '',
  ...(subject
    ? { residentId: subject.residentId, communityId: subject.communityId }
    : { accountId: openid }),
})

export const loadReading = (readerId: string): Promise<ReaderDoc | null> => readings.find(readerId)

export const entryOf = ({ announcementId, rev }: Did): ReadingEntry => ({
  id: `${announcementId}_${rev}`,
  rev,
  at: rev,
  announcementId,
})

/** It was seen, and nobody counts it. Seen twice, it stands there once or twice: that is the same. */
export async function markSeen(
  start: ReaderStart,
  reading: ReaderDoc | null,
  seenId: string,
): Promise<void> {
  if (reading?.seen.includes(seenId)) return
  const seen = { seen: _.push({ each: [seenId], slice: -SEEN_KEPT }) }
  if (reading && (await readings.updateOne(reading._id, {}, seen))) return
  const begun = { ...start, seen: [seenId] }
  if ((await readings.insert(begun)) === 'exists') await readings.updateOne(begun._id, {}, seen)
}

/**
 * What was done instead of `before`, which was read, with the tap that did it and word for the receipts: one
 * conditional update. False when somebody came between.
 */
export async function recordDid(
  start: ReaderStart,
  reading: ReaderDoc | null,
  { before, did, tap }: { before: Did | undefined; did: Did; tap?: Tap },
): Promise<boolean> {
  const { announcementId } = did
  const seenId = seenIdIn(announcementId, did.round)
  const entry = entryOf(did)
  if (!reading) {
    const begun = { ...start, seen: [seenId], did: [did], outbox: [entry] }
    return (await readings.insert({ ...begun, taps: tap ? [tap] : [] })) === 'inserted'
  }
  const at = reading.did?.findIndex((one) => one.announcementId === announcementId) ?? -1
  const same = before
    ? { [`did.${at}.announcementId`]: announcementId, [`did.${at}.rev`]: before.rev }
    : { 'did.announcementId': _.neq(announcementId) }
  return readings.updateOne(
    reading._id,
    { ...same, ...(tap ? { 'taps.tapId': _.neq(tap.tapId) } : {}) },
    {
      ...(before ? { [`did.${at}`]: did } : { did: _.push({ each: [did], slice: -DID_KEPT }) }),
      ...(reading.seen.includes(seenId)
        ? {}
        : { seen: _.push({ each: [seenId], slice: -SEEN_KEPT }) }),
      outbox: _.push([entry]),
      ...(tap ? { taps: _.push({ each: [tap], slice: -TAPS_KEPT }) } : {}),
    },
  )
}

/** The receipts have followed what these entries stand for. */
export const followed = (readerId: string, entryIds: readonly string[]): Promise<boolean> =>
  readings.updateOne(readerId, {}, { outbox: _.pull({ id: _.in([...entryIds]) }) })
