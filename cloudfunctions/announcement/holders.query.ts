import type { GivenRole } from '../../types/contract/role'
import { pathsTo } from '../shared/reader-keys.rules'
import { listRoleHolders } from '../shared/role-holders'

/** Who holds one of these roles over a region: of those nearest to it, all. */
export async function holdersNear(
  region: string,
  roles: readonly GivenRole[],
  now: number,
): Promise<string[]> {
  const paths = pathsTo(region)
  const found = await listRoleHolders(paths, roles, now)
  for (const path of paths.reverse()) {
    const near = found.filter(({ held }) => held.some((one) => one.region === path))
    if (near.length > 0) return near.map(({ accountId }) => accountId)
  }
  return []
}
