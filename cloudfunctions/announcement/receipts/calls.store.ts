import type { GivenRole } from '../../../types/contract/role'
import { _, collection } from '../../shared/db'
import { describeError, log } from '../../shared/log'
import { tell, type Told } from '../../shared/notices'
import { DAY } from '../../shared/time'
import type { AnnouncementDoc } from '../announcement.docs'
import { holdersNear } from '../holders.query'
import { WRITERS } from '../reading.rules'
import { countReceipts } from './receipts.query'

const announcements = collection<AnnouncementDoc>('announcements')

/** Of a list that began longer ago nobody is told any more: those of years are not gone through each minute. */
const TOLD_WITHIN = 7 * DAY
/** Call lists that begin in one run. */
const BATCH = 20

const CALLERS: readonly GivenRole[] = ['volunteer', ...WRITERS]

/** Whoever calls is told once that a call list stands, if there is anybody on it. */
export async function tellOfCalls(now: number): Promise<number> {
  const due = await announcements.list({
    where: {
      state: 'published',
      callsTold: _.exists(false),
      callFrom: _.and(_.gt(now - TOLD_WITHIN), _.lte(now)),
    },
    orderBy: [['callFrom', 'asc']],
    limit: BATCH,
  })
  let told = 0
  for (const doc of due) {
    // Of a list that is still being made, nobody knows how long it is.
    if (doc.work?.left.includes('people')) continue
    try {
      const { left } = await countReceipts(doc._id, { whole: true })
      if (left > 0) await tellCallers(doc, left, now)
      await announcements.updateOne(doc._id, { state: 'published' }, { callsTold: now })
      told++
    } catch (error) {
      log('error', 'callers not told', { id: doc._id, ...describeError(error) })
    }
  }
  return told
}

async function tellCallers(doc: AnnouncementDoc, left: number, now: number): Promise<void> {
  const { _id, region, communityId, said } = doc
  const about = {
    kind: 'callsDue' as const,
    announcementId: _id,
    region,
    title: said.title,
    left,
  }
  const callers = await holdersNear(region, CALLERS, now)
  await tell(
    callers.map((accountId): Told => ({
      accountId,
      region,
      communityId,
      about,
      fact: _id,
      at: now,
    })),
  )
}
