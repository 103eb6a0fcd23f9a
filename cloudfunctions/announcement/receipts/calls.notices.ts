import { tell, type Told } from '../../shared/notices'
import type { AnnouncementDoc } from '../announcement.docs'
import { holdersNear } from '../holders.query'
import { workersOn } from '../reading.rules'
import { seenIdOf } from '../rounds.rules'

/** Tells whoever calls that so many people are left on an announcement's call list. */
export async function tellCallers(doc: AnnouncementDoc, left: number, now: number): Promise<void> {
  const { _id, region, communityId, said } = doc
  const about = {
    kind: 'callsDue' as const,
    announcementId: _id,
    region,
    title: said.title,
    left,
  }
  const callers = await holdersNear(region, ['volunteer', ...workersOn(doc)], now)
  await tell(
    callers.map((accountId): Told => ({
      accountId,
      region,
      communityId,
      about,
      fact: seenIdOf(doc),
      at: now,
    })),
  )
}
