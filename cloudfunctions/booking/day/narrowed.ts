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

interface Only {
  providerId?: string | undefined
  serviceId?: string | undefined
}

/** What the caller asks for, whoever it is: to be read beside `narrowed`, which says what of it they may see. */
export const asked = ({ providerId, serviceId }: Only): Narrowed => ({
  ...(serviceId === undefined ? {} : { serviceId }),
  ...(providerId === undefined ? {} : { providers: [providerId] }),
})

/** Those of whose providers the caller may see. */
export const seen = <T extends { providerId: string }>(
  { providers }: Narrowed,
  found: readonly T[],
): T[] =>
  found.filter(({ providerId }) => providers === undefined || providers.includes(providerId))

/** What the caller asks for, as far as it is theirs to see: a provider sees their own services only. */
export async function narrowed({ actor, post }: Worker, only: Only): Promise<Narrowed> {
  const allowed = await providersOf(communityOf(post), actor, post)
  const { providerId } = only
  if (allowed === 'all') return asked(only)
  if (providerId === undefined) return { ...asked(only), providers: [...allowed] }
  return allowed.has(providerId) ? asked(only) : refuse('NOT_YOUR_SERVICE')
}
