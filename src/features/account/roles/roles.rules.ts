import type { Me, Role } from '../../../../types/contract/account'
import type { Place } from '../../../../types/contract/account-places'
import type { GivenRole } from '../../../../types/contract/role'

/** Whoever gives roles; which ones, the cloud says with the list. */
export const GIVERS: readonly GivenRole[] = [
  'propertyManager',
  'staff',
  'streetOfficer',
  'districtOfficer',
  'administrator',
]

const EVERYWHERE = '*'
const COMMUNITY_PARTS = 3

export interface Region {
  /** Ids from the district to it, joined by '/'. */
  region: string
  name: string
}

const isGiver = ({ role }: { role: Role }) => (GIVERS as readonly Role[]).includes(role)

/** Are there regions below one's own to choose from? Then the communities have to be known. */
export const worksAbove = ({ posts }: Me): boolean =>
  posts.some((post) => isGiver(post) && post.region.split('/').length < COMMUNITY_PARTS)

/** The regions in which somebody gives roles: those of their posts, or every district. */
export function rootsOf({ posts }: Me, communities: readonly Place[]): Region[] {
  const own = posts.filter(isGiver)
  const roots = own
    .filter(({ region }) => region !== EVERYWHERE)
    .map(({ region, place }) => ({ region, name: place }))
  const districts = own.some(({ region }) => region === EVERYWHERE)
    ? childrenOf('', communities)
    : []
  return distinct([...roots, ...districts])
}

/** The places directly in a region that have a community in them; '' for the districts. */
export function childrenOf(region: string, communities: readonly Place[]): Region[] {
  const depth = region === '' ? 0 : region.split('/').length
  const inside = communities.filter((one) => region === '' || one.region.startsWith(`${region}/`))
  return distinct(
    inside.map((one) => ({
      region: one.region
        .split('/')
        .slice(0, depth + 1)
        .join('/'),
      name: one.names[depth] ?? one.name,
    })),
  )
}

/** The region around one, while it lies within the roots. */
export function parentOf(
  region: string,
  roots: readonly Region[],
  communities: readonly Place[],
): Region | undefined {
  if (roots.some((root) => root.region === region)) return undefined
  const parts = region.split('/').slice(0, -1)
  const path = parts.join('/')
  const root = roots.find((one) => one.region === path)
  if (root) return root
  const inside = communities.find((one) => one.region.startsWith(`${path}/`))
  return path === '' || !inside
    ? undefined
    : { region: path, name: inside.names[parts.length - 1] ?? '' }
}

function distinct(regions: readonly Region[]): Region[] {
  return regions.filter(
    ({ region }, at) => regions.findIndex((other) => other.region === region) === at,
  )
}
