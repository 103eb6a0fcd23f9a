import type { Me } from '../../types/contract/account'
import { EVERYWHERE, lastOf, liveGrants, liveRoles } from '../shared/access.rules'
import type { Account } from '../shared/actor'
import { POLICY_VERSION } from '../shared/policy.rules'
import type { RegionDoc } from './account.docs'
import { WHOLE } from './place-words.text'

/** The ids of all places that an account's "me" names. */
export function placesOf({ homes, roles, grants }: Account, now: number): string[] {
  const paths = [
    ...homes.map(({ region }) => region),
    ...liveRoles(roles, now).map(({ region }) => region),
    ...liveGrants(grants, now).map(({ region }) => region),
  ]
  return [...new Set(paths.filter((path) => path !== EVERYWHERE).map(lastOf))]
}

/** An account as its owner sees it; `null` is someone without one. `places`: those of `placesOf`. */
export function presentMe(account: Account | null, places: readonly RegionDoc[], now: number): Me {
  const policy = account?.policy
  const privacy = {
    current: POLICY_VERSION,
    ...(policy ? { agreed: policy.version, agreedAt: policy.at } : {}),
  }
  const nobody: Me = {
    state: 'newcomer',
    places: [],
    roles: [],
    posts: [],
    homes: [],
    dependents: [],
    asking: 0,
    privacy,
  }
  if (!account) return nobody
  const named = new Map(places.map((place) => [place.path, place]))
  const roles = liveRoles(account.roles, now)
  const here = named.get(account.region ?? roles[0]?.region ?? '')
  return {
    ...nobody,
    state: account.residentId || roles.length > 0 ? 'active' : 'newcomer',
    ...(account.name ? { name: account.name } : {}),
    places: here?.names ?? [],
    ...(account.home ? { home: account.home } : {}),
    ...(here?.office ? { office: here.office } : {}),
    roles: [
      ...(account.residentId ? (['resident'] as const) : []),
      ...new Set(roles.map(({ role }) => role)),
    ],
    posts: roles.map(({ role, region }) => ({
      role,
      region,
      place: region === EVERYWHERE ? WHOLE : (named.get(region)?.names.at(-1) ?? ''),
    })),
    homes: account.homes.map(({ residentId, householdId, region, home, relation }) => ({
      residentId,
      householdId,
      place: `${named.get(region)?.names.at(-1) ?? ''} ${home}`.trim(),
      relation,
      current: account.residentId === residentId && account.householdId === householdId,
    })),
    dependents: liveGrants(account.grants, now).map(
      ({ residentId, name, relation, region, home }) => ({
        residentId,
        name,
        relation,
        place: `${named.get(region)?.names.at(-1) ?? ''} ${home}`.trim(),
      }),
    ),
  }
}
