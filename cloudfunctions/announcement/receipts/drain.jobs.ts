import { describeError, log } from '../../shared/log'
import { dayOf } from '../../shared/time'
import { eachOf } from '../../shared/together'
import type { AnnouncementDoc, Did, ReaderDoc } from '../announcement.docs'
import { findAnnouncement } from '../announcement.query'
import { memberById } from '../audience/audience.query'
import { didOf } from '../reading.rules'
import { followed } from '../readings.store'
import { isOfRound, roundOf } from '../rounds.rules'
import { listUnfollowed } from './drain.query'
import { asReader, entriesDue } from './drain.rules'
import { follow, makeLateLine } from './receipts.store'
import { listMaking } from './work.query'

/** Readers looked at at a time, worked on at a time, and rounds in one run. */
const BATCH = 100
const WIDTH = 8
const ROUNDS = 50

/** An announcement by its id, read once in a run. */
type Known = (announcementId: string) => Promise<AnnouncementDoc | null>

/**
 * The receipts follow what calls left: those that died, and those that came before the person's line was made.
 * Of announcements whose lines are still being made the entries wait.
 */
export async function drainReadings(now: number): Promise<number> {
  const making = [...(await listMaking())]
  const known = readOnce()
  const stuck = new Set<string>()
  let delivered = 0
  for (let round = 1; round <= ROUNDS; round++) {
    const found = await listUnfollowed(making, stuck, BATCH)
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

function readOnce(): Known {
  const docs = new Map<string, Promise<AnnouncementDoc | null>>()
  return (id) => {
    const found = docs.get(id) ?? findAnnouncement(id)
    docs.set(id, found)
    return found
  }
}

async function deliver(
  reading: ReaderDoc,
  making: readonly string[],
  known: Known,
  now: number,
): Promise<{ done: number; left: number }> {
  const entries = entriesDue(reading, making)
  const done: string[] = []
  for (const { id, announcementId } of entries) {
    const did = didOf(reading, announcementId)
    const doc = await known(announcementId)
    // Of what was forgotten, or is not counted any more, nothing follows.
    const counts = did && doc?.must && isOfRound(did, roundOf(doc))
    if (!counts || (await followLate(reading, did, doc, now))) done.push(id)
  }
  if (done.length > 0) await followed(reading._id, done)
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
  await makeLateLine(doc, asReader(member, reading._id), dayOf(doc.publishedAt ?? now))
  return follow(doc._id, reading._id, { did, must })
}
