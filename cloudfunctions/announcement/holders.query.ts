import type { GivenRole } from '../../types/contract/role'
import { liveRoles } from '../shared/access.rules'
import type { Account } from '../shared/actor'
import { _, readCollection } from '../shared/db'
import { pathsTo } from '../shared/reader-keys.rules'

const accounts = readCollection<Account>('accounts')

/** More than any office has. */
const MOST = 50

/** Who holds one of these roles over a region: of those nearest to it. */
export async function holdersNear(
  region: string,
  roles: readonly GivenRole[],
  now: number,
): Promise<string[]> {
  const paths = pathsTo(region)
  const found = await accounts.list({ where: { 'roles.region': _.in(paths) }, limit: 10 * MOST })
  for (const path of [...paths].reverse()) {
    const near = found.filter((account) =>
      liveRoles(account.roles, now).some(
        (held) => held.region === path && roles.includes(held.role),
      ),
    )
    if (near.length > 0) return near.slice(0, MOST).map(({ _id }) => _id)
  }
  return []
}
