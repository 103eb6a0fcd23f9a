import type { GivenRole } from '../../../types/contract/role'
import type { Account } from '../../shared/actor'
import { refuse } from '../../shared/errors'
import type { AnnouncementDoc } from '../announcement.docs'
import { loadAnnouncement } from '../announcement.store'
import { isTheirs, writerRole } from './writer.rules'

interface WriterCall {
  actor: Account
  now: number
}

/** The role by which the caller writes; `serve` lets nobody in who has none. */
export const roleOf = ({ actor, now }: WriterCall, region: string): GivenRole =>
  writerRole(actor.roles, region, now) ?? refuse('NOT_ALLOWED')

/** An announcement of that very region that the caller may see and change. Refuses NOT_FOUND. */
export async function getWritten(
  call: WriterCall,
  { region, announcementId }: { region: string; announcementId: string },
): Promise<AnnouncementDoc> {
  const role = roleOf(call, region)
  const doc = await loadAnnouncement(announcementId)
  if (doc?.region !== region || doc.removedAt !== undefined || !isTheirs(role, doc)) {
    return refuse('NOT_FOUND')
  }
  return doc
}
