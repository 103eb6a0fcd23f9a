import { _, collection } from '../../shared/db'
import { describeError, log } from '../../shared/log'
import { dayOf } from '../../shared/time'
import { eachOf } from '../../shared/together'
import type { AnnouncementDoc, Did, ReaderDoc } from '../announcement.docs'
import { findAnnouncement } from '../announcement.query'
import { type Member, memberById } from '../audience/audience.query'
import { didOf } from '../reading.rules'
import { follow, makeLateLine } from './receipts.store'
import { listMaking } from './work.store'

const readings = collection<ReaderDoc>('readings')

/** Readers looked at at a time, worked on at a time, and rounds in one run. */
const BATCH = 100
const WIDTH = 8
const ROUNDS = 50

/**
 * The receipts follow what calls left: those that died, and those that came before the person's line was made.
 * Of announcements whose lines are still being made the entries wait.
 */
export async function drainReadings(now: number): Promise<number> {
  const making = [...(await listMaking())]
  const docs = new Map<string, Promise<AnnouncementDoc | null>>()
  const known = (id: string) => {
    const found = docs.get(id) ?? findAnnouncement(id)
    docs.set(id, found)
    return found
  }
  const stuck = new Set<string>()
  let delivered = 0
  for (let round = 1; round <= ROUNDS; round++) {
    const found = await listWaiting(making, stuck)
    await eachOf(found, WIDTH, async (reading) => {
      try {
        const { done, left } = await deliver(reading, making, known, now)
        delivered += done
        if (left > 0) stuck.add(reading._id)
      } catch (error) {
        stuck.add(reading._id)
        log('error', 'not delivered', { id: reading._id, ...describeError(error) })
      }
    })
    if (found.length < BATCH) break
  }
  return delivered
}

const listWaiting = (making: readonly string[], stuck: ReadonlySet<string>) =>
  readings.list({
    where: {
      outbox: _.elemMatch({ at: _.gt(0), announcementId: _.nin([...making]) }),
      ...(stuck.size > 0 ? { _id: _.nin([...stuck]) } : {}),
    },
    limit: BATCH,
  })

async function deliver(
  reading: ReaderDoc,
  making: readonly string[],
  known: (id: string) => Promise<AnnouncementDoc | null>,
  now: number,
): Promise<{ done: number; left: number }> {
  const entries = (reading.outbox ?? []).filter((one) => !making.includes(one.announcementId))
  const done: string[] = []
  for (const { id, announcementId } of entries) {
    const did = didOf(reading, announcementId)
    const doc = await known(announcementId)
    // Of what was forgotten, or is not counted any more, nothing follows.
    if (!did || !doc?.must || (await followLate(reading, did, doc, now))) done.push(id)
  }
  if (done.length > 0) {
    await readings.updateOne(reading._id, {}, { outbox: _.pull({ id: _.in(done) }) })
  }
  return { done: done.length, left: entries.length - done.length }
}

async function followLate(
  reading: ReaderDoc,
  did: Did,
  doc: AnnouncementDoc,
  now: number,
): Promise<boolean> {
  const { must } = doc
  if (await follow(doc._id, reading._id, { did, must })) return true
  const member = await memberById(reading, now)
  // The person has gone meanwhile.
  if (!member) return true
  const ids = [reading._id, ...member.ids.filter((id) => id !== reading._id)] as Member['ids']
  await makeLateLine(doc, { ...member, ids }, dayOf(doc.publishedAt ?? now))
  return follow(doc._id, reading._id, { did, must })
}
