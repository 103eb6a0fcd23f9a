import type { Account, Subject } from '../shared/actor'
import { _, collection } from '../shared/db'
import { readerIdOf, type Reading, SEEN_KEPT } from '../shared/readings'

/**
 * What a reader has seen of what many are told stands in their own `readings` (shared/readings.ts), to which opening
 * an announcement adds as well. Seen twice, it stands there once or twice: that is the same.
 */
const readings = collection<Reading>('readings')

interface Reader {
  openid: string
  actor: Account
  subject: Subject | null
}

/** Marks these as seen. */
export async function markSeen(reader: Reader, groups: readonly string[]): Promise<void> {
  const { _id } = beginning(reader)
  const reading = await readings.find(_id)
  const missing = groups.filter((group) => !reading?.seen.includes(group))
  if (missing.length === 0) return
  const seen = { seen: _.push({ each: missing, slice: -SEEN_KEPT }) }
  if (reading && (await readings.updateOne(_id, {}, seen))) return
  const begun = { ...beginning(reader), seen: missing }
  if ((await readings.insert(begun)) === 'exists') await readings.updateOne(_id, {}, seen)
}

/** Marks whatever came until now as seen. */
export async function markAllSeen(reader: Reader, now: number): Promise<void> {
  const begun = { ...beginning(reader), seen: [], seenAllAt: now }
  if (await readings.updateOne(begun._id, {}, { seenAllAt: now })) return
  if ((await readings.insert(begun)) === 'exists')
    await readings.updateOne(begun._id, {}, { seenAllAt: now })
}

const beginning = ({ actor, subject, openid }: Reader) => ({
  _id: readerIdOf(actor, subject) ?? '',
  ...(subject
    ? { residentId: subject.residentId, communityId: subject.communityId }
    : { accountId: openid }),
})
