import { refuse } from '../../shared/errors'
import { communityOf } from '../../shared/standing'
import { providersOf } from '../providers.query'
import type { Worker } from './loading'

/** What of a community somebody looks at. */
export interface Narrowed {
  /** Of these providers alone; of all where left out. */
  providers?: readonly string[]
  serviceId?: string
}

/** What the caller asks for, as far as it is theirs to see: a provider sees their own services only. */
export async function narrowed(
  { actor, post }: Worker,
  { providerId, serviceId }: { providerId?: string | undefined; serviceId?: string | undefined },
): Promise<Narrowed> {
  const allowed = await providersOf(communityOf(post), actor, post)
  const of = serviceId === undefined ? {} : { serviceId }
  if (allowed === 'all')
    return { ...of, ...(providerId === undefined ? {} : { providers: [providerId] }) }
  if (providerId === undefined) return { ...of, providers: [...allowed] }
  return allowed.has(providerId) ? { ...of, providers: [providerId] } : refuse('NOT_YOUR_SERVICE')
}
