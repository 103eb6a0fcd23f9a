import type { Must } from '../../../types/contract/announcement-content'
import { _, collection } from '../../shared/db'
import { eachOf } from '../../shared/together'
import type { AnnouncementDoc, Did, Receipt, ReceiptsDoc } from '../announcement.docs'
import type { Member } from '../audience/audience.query'
import { CHUNK, chunksOf, lateChunk, lineOf } from './lines.rules'
import { countsBetween, countsOf, incrementsOf, lineAfter } from './receipts.rules'

const receipts = collection<ReceiptsDoc>('receipts')

/** Somebody's line, and where it stands. */
export interface Line {
  chunkId: string
  /** Under which id it stands there. */
  lineId: string
  /** Where these people live. */
  region: string
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

async function read(
  announcementId: string,
  readerId: string,
  lineId: string,
): Promise<Line | { also: string } | null> {
  const [found] = await receipts.list({
    where: { announcementId, ids: readerId },
    limit: 1,
    fields: ['region', `people.${lineId}`, `also.${readerId}`],
  })
  const line = found?.people?.[lineId]
  if (found && line) return { chunkId: found._id, lineId, region: found.region, line }
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

/** The line follows what its person did. False when they have none yet, or it changes too fast: then later. */
export async function follow(
  announcementId: string,
  readerId: string,
  { did, must, found }: { did: Did; must: Must | undefined; found?: Line | null },
): Promise<boolean> {
  let line = found ?? (await findLine(announcementId, readerId))
  for (let tries = 1; line && tries <= TRIES; tries++) {
    const after = lineAfter(line.line, did)
    if (!after || (await changeLine(line, after, must))) return true
    line = await findLine(announcementId, readerId)
  }
  return false
}

/** Ids looked up in one request. */
const AT_ONCE = 500
const WIDTH = 4

/** Makes the lines of those who have none yet. */
export async function makeLines(
  doc: Pick<AnnouncementDoc, '_id' | 'region' | 'must'>,
  members: readonly Member[],
  place: { community: number; day: string },
): Promise<number> {
  const there = await idsThere(
    doc._id,
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

/** Which of these reader ids have a line. */
async function idsThere(announcementId: string, ids: readonly string[]): Promise<Set<string>> {
  const there = new Set<string>()
  const batches: string[][] = []
  for (let from = 0; from < ids.length; from += AT_ONCE)
    batches.push(ids.slice(from, from + AT_ONCE))
  await eachOf(batches, WIDTH, async (some) => {
    const found = await receipts.list({
      where: { announcementId, ids: _.in(some) },
      limit: AT_ONCE,
      fields: ['ids'],
    })
    for (const chunk of found) for (const id of chunk.ids) there.add(id)
  })
  return there
}

/**
 * The line of somebody who was meant later, as one that moved in: in the first late document with room. Two runs
 * of the ticker at once make one.
 */
export async function makeLateLine(
  doc: Pick<AnnouncementDoc, '_id' | 'region' | 'must'>,
  member: Member,
  day: string,
): Promise<void> {
  const [lineId, ...others] = member.ids
  const line = lineOf(member, day)
  const region = member.region ?? doc.region
  const community = region.slice(region.lastIndexOf('/') + 1)
  const increments = incrementsOf(countsOf(line, doc.must))
  for (let n = 0; ; n++) {
    const there = await idsThere(doc._id, member.ids)
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
