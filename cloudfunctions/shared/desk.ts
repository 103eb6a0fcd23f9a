import type { Post, Subject } from './actor'
import { refuse } from './errors'
import type { PersonRecord } from './person-record.docs'

/** The person whom the desk acts for: somebody of its own community who lives there. */
export function atTheDesk(record: PersonRecord | null, post: Post | undefined): Subject {
  if (!record || record.communityId !== post?.communityId || record.state !== 'living') {
    return refuse('NOT_THEIR_HELPER')
  }
  const { _id: residentId, communityId, region, name, home } = record
  return { residentId, communityId, region, name, record, ...(home ? { home } : {}) }
}
