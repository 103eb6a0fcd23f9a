import type { Must } from '../../../types/contract/announcement-content'
import { _, collection } from '../../shared/db'
import { eachOf } from '../../shared/together'
import { LIMITS } from '../../../types/contract/limits'
import type { Did, Receipt, ReceiptsDoc } from '../announcement.docs'
import type { Member } from '../audience/audience.query'
import { inRound, isOfRound, roundOf } from '../rounds.rules'
import { CHUNK, chunksOf, type Counted, lateChunk, lineOf } from './lines.rules'
import { countsBetween, countsOf, incrementsOf, lineAfter } from './receipts.rules'

const receipts = collection<ReceiptsDoc>('receipts')

/** Somebody's line, and where it stands. */
export interface Line {
  chunkId: string
  /** Under which id it stands there. */
  lineId: string
  /** Where these people live. */
  region: string
  /** Of which round it is, where it is not the first. */
  round?: number
  line: Receipt
}

/** The line of a reader: of all the people beside them nothing is read. */
export async function findLine(announcementId: string, readerId: string): Promise<Line | null> {
  const line = await read(announcementId, readerId, readerId)
  if (!line || 'lineId' in line) return line
  // They read by several ids: it stands under another one.
  const other = await read(announcementId, readerId, line.also)
  return other && 'lineId' in other ? other : null
}

const ROUNDS = LIMITS.corrections + 1

async function read(
  announcementId: string,
  readerId: string,
  lineId: string,
): Promise<Line | { also: string } | null> {
  const rounds = await receipts.list({
    where: { announcementId, ids: readerId },
    limit: ROUNDS,
    fields: ['region', 'round', `people.${lineId}`, `also.${readerId}`],
  })
  // Those of a former round may be there still, until the ticker has been there.
  const [found] = rounds.sort((a, b) => (b.round ?? 0) - (a.round ?? 0))
  const line = found?.people?.[lineId]
  if (found && line) {
    const { _id: chunkId, region, round = 0 } = found
    return { chunkId, lineId, region, ...inRound(round), line }
  }
  const also = found?.also?.[readerId]
  return also === undefined || lineId === also ? null : { also }
}

/**
 * Changes a line and the sums in one update, if the line still is as it was read; false when it is not.
 * Lines of other people change beside it without a clash.
 */
export function changeLine(
  { chunkId, lineId, line: before }: Line,
  after: Receipt,
  must: Must | undefined,
): Promise<boolean> {
  const changed = (Object.keys(after) as (keyof Receipt)[]).filter(
    (field) => after[field] !== before[field],
  )
  const increments = incrementsOf(countsBetween(before, after, must))
  return receipts.updateOne(
    chunkId,
    {
      ids: lineId,
      [`people.${lineId}.rev`]: before.rev ?? _.exists(false),
    },
    {
      ...Object.fromEntries(changed.map((field) => [`people.${lineId}.${field}`, after[field]])),
      ...(before.by !== undefined && after.by === undefined
        ? { [`people.${lineId}.by`]: _.remove() }
        : {}),
      ...Object.fromEntries(increments.map(([path, by]) => [path, _.inc(by)])),
    },
  )
}

/** How often a line is read again when it was changed between: its own person has two hands. */
const TRIES = 5

/**
 * The line follows what its person did. False when they have none yet in that round, or it changes too fast: then
 * later.
 */
export async function follow(
  announcementId: string,
  readerId: string,
  { did, must, found }: { did: Did; must: Must | undefined; found?: Line | null },
): Promise<boolean> {
  let line = found ?? (await findLine(announcementId, readerId))
  for (let tries = 1; line && tries <= TRIES; tries++) {
    if (!isOfRound(line, did.round ?? 0)) return false
    const after = lineAfter(line.line, did)
    if (!after || (await changeLine(line, after, must))) return true
    line = await findLine(announcementId, readerId)
  }
  return false
}

/** Ids looked up in one request. */
const AT_ONCE = 500
const WIDTH = 4

/** Receipts removed at a time. */
const FORMER = 100

/** The receipts of former rounds go: what was done then is not counted any more. Safe to repeat. */
export async function dropFormerLines(doc: Counted): Promise<void> {
  const round = roundOf(doc)
  if (round === 0) return
  const { _id: announcementId } = doc
  for (let after = ''; ;) {
    const found = await receipts.list({
      where: { announcementId, order: _.gt(after) },
      orderBy: [['order', 'asc']],
      limit: FORMER,
      fields: ['round', 'order'],
    })
    const former = found.filter((one) => (one.round ?? 0) < round)
    await eachOf(former, WIDTH, ({ _id }) => receipts.remove(_id))
    const last = found.at(-1)
    if (found.length < FORMER || !last) return
    after = last.order
  }
}

/** Makes the lines of those who have none yet. */
export async function makeLines(
  doc: Counted,
  members: readonly Member[],
  place: { community: number; day: string },
): Promise<number> {
  const there = await idsThere(
    doc,
    members.flatMap(({ ids }) => ids),
  )
  const taken = new Set<string>()
  const missing = members.filter(({ ids }) => {
    // Two records of one person may stand on one page: they have one line.
    if (ids.some((id) => there.has(id) || taken.has(id))) return false
    for (const id of ids) taken.add(id)
    return true
  })
  await eachOf(chunksOf(doc, missing, place), WIDTH, async (chunk) => {
    await receipts.insert(chunk)
  })
  return missing.length
}

/** Which of these reader ids have a line in the present round. */
async function idsThere(doc: Counted, ids: readonly string[]): Promise<Set<string>> {
  const round = roundOf(doc)
  const there = new Set<string>()
  const batches: string[][] = []
  for (let from = 0; from < ids.length; from += AT_ONCE)
    batches.push(ids.slice(from, from + AT_ONCE))
  await eachOf(batches, WIDTH, async (some) => {
    const found = await receipts.list({
      where: { announcementId: doc._id, ids: _.in(some) },
      limit: AT_ONCE,
      fields: ['ids', 'round'],
    })
    for (const chunk of found.filter((one) => isOfRound(one, round)))
      for (const id of chunk.ids) there.add(id)
  })
  return there
}

/**
 * The line of somebody who was meant later, as one that moved in: in the first late document with room. Two runs
 * of the ticker at once make one.
 */
export async function makeLateLine(doc: Counted, member: Member, day: string): Promise<void> {
  const [lineId, ...others] = member.ids
  const line = lineOf(member, day)
  const region = member.region ?? doc.region
  const community = region.slice(region.lastIndexOf('/') + 1)
  const increments = incrementsOf(countsOf(line, doc.must))
  for (let n = 0; ; n++) {
    const there = await idsThere(doc, member.ids)
    if (member.ids.some((id) => there.has(id))) return
    const begun = lateChunk(doc, region, community, n)
    await receipts.insert(begun)
    const free = { 'counts.people': _.lt(CHUNK), ids: _.nin([...member.ids]) }
    const added = await receipts.updateOne(begun._id, free, {
      ids: _.push([...member.ids]),
      [`people.${lineId}`]: line,
      ...Object.fromEntries(others.map((id) => [`also.${id}`, lineId])),
      ...Object.fromEntries(increments.map(([path, by]) => [path, _.inc(by)])),
    })
    if (added) return
  }
}
