import type { Me } from '../../types/contract/account'
import type { Account } from '../shared/actor'
import { POLICY_VERSION } from '../shared/consent'
import { readCollection } from '../shared/db'
import type { RegionDoc } from './account.docs'

const regions = readCollection<RegionDoc>('regions')

/** Who the caller is here; `null` is someone without an account. */
export async function viewMe(account: Account | null): Promise<Me> {
  if (!account) {
    return { state: 'newcomer', places: [], roles: [], privacy: { current: POLICY_VERSION } }
  }
  const region = await regions.find(lastOf(account.region))
  const { name, roles, home, policy } = account
  return {
    state: 'active',
    name,
    places: region?.names ?? [],
    ...(home ? { home } : {}),
    roles,
    ...(region?.office ? { office: region.office } : {}),
    privacy: {
      current: POLICY_VERSION,
      ...(policy ? { agreed: policy.version, agreedAt: policy.at } : {}),
    },
  }
}

/** The place a region path leads to. */
const lastOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
