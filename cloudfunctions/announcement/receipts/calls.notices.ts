import type { GivenRole } from '../../../types/contract/role'
import { tell, type Told } from '../../shared/notices'
import type { AnnouncementDoc } from '../announcement.docs'
import { holdersNear } from '../holders.query'
import { WRITERS } from '../reading.rules'

const CALLERS: readonly GivenRole[] = ['volunteer', ...WRITERS]

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
