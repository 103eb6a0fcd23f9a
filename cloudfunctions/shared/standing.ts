import { liveRoles } from './access.rules'
import type { Account, Post, Subject } from './actor'
import { refuse } from './errors'

/** The region whose public things are the caller's: where the subject lives, or else where they work. */
export function placeOf({
  actor,
  subject,
  now,
}: {
  actor: Account | null
  subject: Subject | null
  now: number
}): string | undefined {
  return subject?.region ?? liveRoles(actor?.roles ?? [], now)[0]?.region
}

/** The community a role is used in. `serve` lets nobody else get here; see `Access.over`. */
export const communityOf = ({ communityId }: Post): string => communityId ?? refuse('NOT_ALLOWED')
