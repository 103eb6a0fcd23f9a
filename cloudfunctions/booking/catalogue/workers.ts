import { liveRoles } from '../../shared/access.rules'
import { listAccountsIn } from './catalogue.store'

/** Who holds the role of a provider in a community, by its path. */
export async function workersIn(
  region: string,
  now: number,
): Promise<{ ref: string; name: string }[]> {
  const accounts = await listAccountsIn(region)
  return accounts
    .filter(({ roles }) =>
      liveRoles(roles, now).some((held) => held.role === 'provider' && held.region === region),
    )
    .map(({ ref, name }) => ({ ref, name }))
}
