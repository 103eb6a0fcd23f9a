import type { Must } from '../../types/contract/announcement-content'
import { _, collection } from '../shared/db'
import type { Did, Receipt, ReceiptsDoc } from './announcement.docs'
import { countsBetween, incrementsOf, lineAfter } from './receipts.rules'

const receipts = collection<ReceiptsDoc>('receipts')

/** Somebody's line, and where it stands. */
export interface Line {
  chunkId: string
  /** Under which id it stands there. */
  lineId: string
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
    fields: [`people.${lineId}`, `also.${readerId}`],
  })
  const line = found?.people?.[lineId]
  if (found && line) return { chunkId: found._id, lineId, line }
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
