import type { Post, Subject } from './actor'
import { type Document, readCollection } from './db'
import { refuse } from './errors'

/** What the desk needs to know of a resident's record. */
interface DeskResident extends Document {
  communityId: string
  region: string
  name: string
  /** Where they live, as people say it; absent for someone without a home here any more. */
  home?: string
  state: string
}

const residents = readCollection<DeskResident>('residents')

/** The person whom the desk acts for: somebody of its own community who lives there. */
export async function atTheDesk(residentId: string, post: Post | undefined): Promise<Subject> {
  const found = await residents.find(residentId)
  if (!found || found.communityId !== post?.communityId || found.state !== 'living') {
    return refuse('NOT_THEIR_HELPER')
  }
  const { communityId, region, name, home } = found
  return { residentId, communityId, region, name, ...(home ? { home } : {}) }
}
