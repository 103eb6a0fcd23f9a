import { _, collection, type Document } from '../shared/db'
import { SEEN_KEPT } from '../shared/readings.rules'
import type {
  AnnouncementDoc,
  QuestionDoc,
  ReaderDoc,
  Receipt,
  ReceiptsDoc,
} from './announcement.docs'
import { didOf, isDone } from './reading.rules'
import { loadReading, recordDid } from './readings.store'
import { countsBetween, incrementsOf, joinDid, joinDone } from './receipts/receipts.rules'
import { changeLine, findLine } from './receipts/receipts.store'
import { markOnList } from './receipts/work.store'

/** What following somebody writes. Each is safe to repeat. */

const announcements = collection<AnnouncementDoc>('announcements')
const receipts = collection<ReceiptsDoc>('receipts')
const readings = collection<ReaderDoc>('readings')
const questions = collection<QuestionDoc>('questions')
const residents = collection<Document & { lists?: string[] }>('residents')

/** Documents looked at in one round, and how often one is read again that was changed between. */
const BATCH = 100
const TRIES = 5

type Must = AnnouncementDoc['must']

/** The receipts that somebody stands in, with what each asks: of one person few are kept. */
async function receiptsOf(readerId: string): Promise<{ chunk: ReceiptsDoc; must: Must }[]> {
  const chunks = await receipts.list({ where: { ids: readerId }, limit: BATCH })
  const docs = await announcements.findMany(chunks.map(({ announcementId }) => announcementId))
  const musts = new Map(docs.map(({ _id, must }) => [_id, must]))
  return chunks.map((chunk) => ({ chunk, must: musts.get(chunk.announcementId) }))
}

/** All ids by which the person of a line reads. */
const idsOf = ({ also = {} }: ReceiptsDoc, lineId: string): string[] => [
  lineId,
  ...Object.keys(also).filter((id) => also[id] === lineId),
]

const sameLine = (lineId: string, line: Receipt) => ({
  ids: lineId,
  [`people.${lineId}.rev`]: line.rev ?? _.exists(false),
})

const increments = (counts: Parameters<typeof incrementsOf>[0]) =>
  Object.fromEntries(incrementsOf(counts).map(([path, by]) => [path, _.inc(by)]))

/** A line goes, with these sums or without them; nobody is to be reached by it any more. */
function dropLine(
  chunk: ReceiptsDoc,
  lineId: string,
  line: Receipt,
  { must, keepSums }: { must: Must; keepSums: boolean },
): Promise<boolean> {
  const ids = idsOf(chunk, lineId)
  const gone = countsBetween(line, null, must)
  return receipts.updateOne(chunk._id, sameLine(lineId, line), {
    ids: _.pullAll(ids),
    [`people.${lineId}`]: _.remove(),
    ...Object.fromEntries(ids.slice(1).map((id) => [`also.${id}`, _.remove()])),
    ...(keepSums ? { 'counts.left': _.inc(gone.left) } : increments(gone)),
  })
}

/**
 * The lines of somebody go. `undone`: those that have not done what is asked, who count no longer; `all`: every
 * line, and the sums stay.
 */
export async function dropLines(residentId: string, which: 'undone' | 'all'): Promise<void> {
  for (let tries = 1; tries <= TRIES; tries++) {
    let whole = true
    for (const { chunk, must } of await receiptsOf(residentId)) {
      const line = chunk.people[residentId]
      if (!line) {
        if (which === 'all') await dropAlias(chunk, residentId)
        continue
      }
      if (which === 'undone' && isDone(must, line)) continue
      const keepSums = which === 'all'
      whole = (await dropLine(chunk, residentId, line, { must, keepSums })) && whole
    }
    if (whole) return
  }
  throw new Error('lines change too fast')
}

const dropAlias = (chunk: ReceiptsDoc, id: string): Promise<boolean> =>
  receipts.updateOne(chunk._id, { ids: id }, { ids: _.pull(id), [`also.${id}`]: _.remove() })

/** The lines of one record become those of another; who stands in both stands there once. */
export async function moveLines(residentId: string, into: string): Promise<void> {
  for (let tries = 1; tries <= TRIES; tries++) {
    const found = await receiptsOf(residentId)
    if (found.length === 0) return
    for (const one of found) await moveLine(one, residentId, into)
  }
}

async function moveLine(
  { chunk, must }: { chunk: ReceiptsDoc; must: Must },
  residentId: string,
  into: string,
): Promise<void> {
  const { announcementId } = chunk
  const other = await findLine(announcementId, into)
  const lineId = chunk.people[residentId] ? residentId : chunk.also?.[residentId]
  if (lineId === undefined) return
  if (!other) {
    const added = { ids: _.addToSet(into), [`also.${into}`]: lineId }
    await receipts.updateOne(chunk._id, { ids: lineId }, added)
    return
  }
  const line = chunk.people[residentId]
  if (!line) {
    await dropAlias(chunk, residentId)
    return
  }
  if (other.chunkId === chunk._id && other.lineId === residentId) {
    await rename(chunk, line, { from: residentId, to: into })
    return
  }
  const call = (line.call?.at ?? 0) > (other.line.call?.at ?? 0) ? line.call : other.line.call
  const rev = Math.max(line.rev ?? 0, other.line.rev ?? 0) + 1
  const joined = { ...other.line, ...joinDone(other.line, line), ...(call ? { call } : {}), rev }
  if (await changeLine(other, joined, must)) {
    await dropLine(chunk, residentId, line, { must, keepSums: false })
  }
}

/** The line stands under the other id, which reads by it already. */
function rename(
  chunk: ReceiptsDoc,
  line: Receipt,
  { from, to }: { from: string; to: string },
): Promise<boolean> {
  const others = idsOf(chunk, from).filter((id) => id !== from && id !== to)
  return receipts.updateOne(chunk._id, sameLine(from, line), {
    ids: _.pull(from),
    [`people.${from}`]: _.remove(),
    [`people.${to}`]: { ...line, residentId: to },
    [`also.${to}`]: _.remove(),
    ...Object.fromEntries(others.map((id) => [`also.${id}`, to])),
  })
}

/** What one record has seen and done, the other has; with `forget` the first one is gone. */
export async function joinReadings(
  residentId: string,
  into: string,
  { communityId, forget }: { communityId: string; forget: boolean },
): Promise<void> {
  const gone = await loadReading(residentId)
  if (!gone) return
  const start = { _id: into, residentId: into, communityId }
  for (const did of gone.did ?? []) {
    for (let tries = 1; ; tries++) {
      const reading = await loadReading(into)
      const before = didOf(reading, did.announcementId)
      const joined = before ? joinDid(before, did) : did
      if (before && sameDone(before, joined)) break
      if (await recordDid(start, reading, { before, did: joined })) break
      if (tries === TRIES) throw new Error('a reading changes too fast')
    }
  }
  await joinSeen(gone, start)
  if (forget) await readings.remove(residentId)
}

const sameDone = (a: Did, b: Did): boolean =>
  a.round === b.round &&
  a.openedAt === b.openedAt &&
  a.confirmedAt === b.confirmedAt &&
  a.choice === b.choice

type Did = NonNullable<ReaderDoc['did']>[number]

async function joinSeen(
  gone: ReaderDoc,
  start: { _id: string; residentId: string; communityId: string },
): Promise<void> {
  const stays = await loadReading(start._id)
  const missing = gone.seen.filter((id) => !stays?.seen.includes(id))
  const { seenAllAt } = gone
  if (!stays) {
    const begun = { ...start, seen: missing, ...(seenAllAt === undefined ? {} : { seenAllAt }) }
    if ((await readings.insert(begun)) === 'inserted') return
  }
  if (missing.length > 0) {
    // What the other record has seen is the newer: it is the last to be forgotten.
    const seen = _.push({ each: missing, position: 0, slice: -SEEN_KEPT })
    await readings.updateOne(start._id, {}, { seen })
  }
  if (seenAllAt !== undefined && seenAllAt > (stays?.seenAllAt ?? 0)) {
    await readings.updateOne(start._id, { seenAllAt: _.not(_.gte(seenAllAt)) }, { seenAllAt })
  }
}

export const eraseReading = (residentId: string): Promise<void> => readings.remove(residentId)

/** The lists that one record stands on, the other stands on. */
export async function moveLists(residentId: string, into: string): Promise<void> {
  const gone = await residents.find(residentId)
  for (const announcementId of gone?.lists ?? []) {
    await markOnList(announcementId, { accountIds: [], residentIds: [into] })
  }
}

export async function moveQuestions(residentId: string, into: string): Promise<void> {
  for (;;) {
    const own = await questions.list({ where: { residentId }, limit: BATCH, fields: ['_id'] })
    if (own.length > 0) {
      const ids = own.map(({ _id }) => _id)
      await questions.updateMany(ids, { residentId }, { residentId: into })
    }
    if (own.length < BATCH) return
  }
}

/** What was answered for all stays without whose it was; the others go. */
export async function eraseQuestions(residentId: string): Promise<void> {
  for (;;) {
    const own = await questions.list({ where: { residentId }, limit: BATCH })
    for (const { _id, state, shown } of own) {
      const nobodys = { residentId: _.remove(), typedBy: _.remove(), checkAt: _.remove(), taps: [] }
      if (state === 'answered' && shown) await questions.updateOne(_id, { residentId }, nobodys)
      else await questions.removeIf(_id, { residentId })
    }
    if (own.length < BATCH) return
  }
}
