import { covers, liveRoles } from '../shared/access.rules'
import type { Account, Post } from '../shared/actor'
import { readCollection } from '../shared/db'
import type { ProviderDoc } from './booking.docs'

const providers = readCollection<ProviderDoc>('providers')

/** Providers of one community, in one read. */
const MOST = 200

/** Whose work all services of a community are. */
const WITH_ALL: readonly string[] = ['staff', 'socialWorker']

/**
 * Whose services the caller works on in a community: `all` for its staff, whichever of their roles the call came
 * by; otherwise the providers that they are members of.
 */
export async function providersOf(
  communityId: string,
  actor: Account,
  post: Post,
): Promise<'all' | ReadonlySet<string>> {
  const staff = liveRoles(actor.roles, Date.now()).some(
    ({ role, region }) => WITH_ALL.includes(role) && covers(region, post.region),
  )
  if (staff) return 'all'
  const theirs = await providers.list({
    where: { members: actor.ref, communityId },
    limit: MOST,
    fields: ['_id'],
  })
  return new Set(theirs.map(({ _id }) => _id))
}

/** The providers of a community. */
export const listProviderDocs = (communityId: string): Promise<ProviderDoc[]> =>
  providers.list({ where: { communityId }, limit: MOST })
