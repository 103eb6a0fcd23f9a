import type { Post, Subject } from './actor'
import { refuse } from './errors'
import { readPerson } from './person-facts'

/** The person whom the desk acts for: somebody of its own community who lives there. */
export async function atTheDesk(residentId: string, post: Post | undefined): Promise<Subject> {
  const record = await readPerson(residentId)
  if (!record || record.communityId !== post?.communityId || record.state !== 'living') {
    return refuse('NOT_THEIR_HELPER')
  }
  const { communityId, region, name, home } = record
  return { residentId, communityId, region, name, record, ...(home ? { home } : {}) }
}
