import type { Account, Post } from '../../shared/actor'
import { refuse } from '../../shared/errors'
import { communityOf } from '../../shared/standing'
import { together } from '../../shared/together'
import type { ServiceDoc } from '../booking.docs'
import { providersOf } from '../providers.query'
import { loadService } from './catalogue.store'

/** Who keeps services, as an operation knows them. */
export interface KeeperCall {
  actor: Account
  post: Post
  now: number
}

export type Kept = Awaited<ReturnType<typeof providersOf>>

/** Whose services the caller keeps in the community they are at. */
export const keptBy = ({ actor, post }: KeeperCall): Promise<Kept> =>
  providersOf(communityOf(post), actor, post)

export const keeps = (kept: Kept, providerId: string): boolean =>
  kept === 'all' || kept.has(providerId)

/** A service that the caller keeps. Refuses NOT_FOUND and NOT_YOUR_SERVICE. */
export async function serviceKept(
  call: KeeperCall,
  serviceId: string,
): Promise<{ service: ServiceDoc; kept: Kept }> {
  const [service, kept] = await together([loadService(serviceId), keptBy(call)])
  if (service?.communityId !== communityOf(call.post)) return refuse('NOT_FOUND')
  if (!keeps(kept, service.providerId)) return refuse('NOT_YOUR_SERVICE')
  return { service, kept }
}
