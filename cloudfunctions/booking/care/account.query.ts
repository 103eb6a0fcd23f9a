import type { Account, Post } from '../../shared/actor'
import { refuse } from '../../shared/errors'
import { namesOf } from '../../shared/people'
import { communityOf } from '../../shared/standing'
import { together } from '../../shared/together'
import type { ProviderDoc } from '../booking.docs'
import { listProviderDocs, providersOf } from '../providers.query'
import { type Accounted, accountedOf } from './account.rules'
import { listSubsidised, rowsOfMonth } from './care.query'

/** Whose account is asked for, by whom. */
interface Asked {
  actor: Account
  post: Post
  now: number
  providerId: string | undefined
  month: string
}

/** A provider's month, and the providers of what the government pays for whose accounts the caller may see. */
export interface ProviderMonth {
  providers: ProviderDoc[]
  /** Absent where there is none. */
  provider?: ProviderDoc
  visits: Accounted[]
  /** Reads who they are, by residentId; for staff alone: a provider's account names nobody, since it is handed on. */
  names?: () => Promise<ReadonlyMap<string, string>>
}

/** NOT_FOUND where there is no such provider in the community, NOT_YOUR_SERVICE where the caller is none of its. */
export async function readMonth({
  actor,
  post,
  now,
  providerId,
  month,
}: Asked): Promise<ProviderMonth> {
  const communityId = communityOf(post)
  const [all, services, mine, early] = await together([
    listProviderDocs(communityId),
    listSubsidised(communityId),
    providersOf(communityId, actor, post),
    providerId === undefined ? Promise.resolve([]) : rowsOfMonth(communityId, providerId, month),
  ])
  const paid = new Set(services.flatMap(({ providerId: of, terms }) => (terms.subsidy ? [of] : [])))
  const providers = all
    .filter(({ _id }) => mine === 'all' || mine.has(_id))
    .filter(({ _id }) => paid.has(_id) || _id === providerId)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  const provider =
    providerId === undefined ? providers[0] : all.find(({ _id }) => _id === providerId)
  if (!provider) return providerId === undefined ? { providers, visits: [] } : refuse('NOT_FOUND')
  if (!providers.includes(provider)) return refuse('NOT_YOUR_SERVICE')
  const rows =
    providerId === undefined ? await rowsOfMonth(communityId, provider._id, month) : early
  const visits = accountedOf(rows, now)
  if (mine !== 'all') return { providers, provider, visits }
  const names = () => namesOf([...new Set(visits.map(({ residentId }) => residentId))])
  return { providers, provider, visits, names }
}
