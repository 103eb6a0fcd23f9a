import { announcement } from '../../types/contract/announcement'
import { refuse } from '../shared/errors'
import { handle } from '../shared/serve'
import { together } from '../shared/together'
import type { Receipt } from './announcement.docs'
import { callable } from './receipts/callable'
import { isAmong, isListed, presentEntry } from './receipts/calling.rules'
import { findCallees } from './receipts/receipts.query'
import { changeLine, findLine, type Line } from './receipts/receipts.store'

/** How often to look again when the line was changed between. */
const TRIES = 5

/** What became of a call stands in the person's line; recorded again, it is as it was recorded last. */
export const recordCall = handle(
  announcement.recordCall,
  async ({ actor, post, now, tap }, { residentId, result, note, ...which }) => {
    const [{ doc, within }, first] = await together([
      callable(which, { post, now }),
      findLine(which.announcementId, residentId),
    ])
    if (first?.lineId !== residentId || !isAmong(within, first.region)) return refuse('NOT_FOUND')
    const { tapId, of } = tap
    const call = { result, ...(note ? { note } : {}), at: now, by: actor.ref, tapId, of }
    const { residentId: resident, ref } = first.line
    const callees = await findCallees(
      resident === undefined ? [] : [resident],
      ref === undefined ? [] : [ref],
    )
    const callee = callees.get(first.lineId)
    if (!callee) return refuse('NOT_FOUND')
    const line = await record(first, which.announcementId, { call, must: doc.must })
    return presentEntry({ lineId: first.lineId, line }, callee, new Map([[actor.ref, actor.name]]))
  },
)

type Recorded = NonNullable<Receipt['call']>

async function record(
  first: Line,
  announcementId: string,
  { call, must }: { call: Recorded; must: Parameters<typeof isListed>[1] },
): Promise<Receipt> {
  let found: Line | null = first
  for (let tries = 1; found && tries <= TRIES; tries++) {
    const { line } = found
    if (line.call?.tapId === call.tapId) {
      return line.call.of === call.of ? line : refuse('TAP_REUSED')
    }
    if (!isListed(line, must)) return refuse('NOT_FOUND')
    const after = { ...line, call, rev: Math.max((line.rev ?? 0) + 1, call.at) }
    if (await changeLine(found, after, must)) return after
    found = await findLine(announcementId, first.lineId)
  }
  return refuse(found ? 'BUSY' : 'NOT_FOUND')
}
