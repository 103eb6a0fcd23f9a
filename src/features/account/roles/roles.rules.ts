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

/** The region of whoever works for the whole environment. */
export const EVERYWHERE = '*'
const COMMUNITY_PARTS = 3

export interface Region {
  /** Ids from the district to it, joined by '/'. */
  region: string
  name: string
}

const isGiver = ({ role }: { role: Role }) => (GIVERS as readonly Role[]).includes(role)

/** Are there regions below one's own to choose from? Then the communities have to be known. */
export const worksAbove = ({ posts }: Pick<Me, 'posts'>): boolean =>
  posts.some((post) => isGiver(post) && post.region.split('/').length < COMMUNITY_PARTS)

/** The regions in which somebody gives roles. */
export const rootsOf = ({ posts }: Pick<Me, 'posts'>): Region[] =>
  distinct(posts.filter(isGiver).map(({ region, place }) => ({ region, name: place })))

/** The places directly in a region that have a community in them. */
export function childrenOf(region: string, communities: readonly Place[]): Region[] {
  const depth = partsOf(region).length
  return distinct(
    communities
      .filter((one) => region === EVERYWHERE || one.region.startsWith(`${region}/`))
      .map((one) => ({
        region: partsOf(one.region)
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
  const parts = partsOf(region).slice(0, -1)
  const path = parts.join('/') || EVERYWHERE
  const root = roots.find((one) => one.region === path)
  if (root) return root
  const inside = communities.find((one) => one.region.startsWith(`${path}/`))
  return inside && { region: path, name: inside.names[parts.length - 1] ?? '' }
}

const partsOf = (region: string): string[] => (region === EVERYWHERE ? [] : region.split('/'))

/** At what kinds of places a role is held, as the cloud holds invitations to it. */
const HELD_AT: Record<GivenRole, readonly Level[]> = {
  volunteer: ['community'],
  provider: ['community', 'street', 'district'],
  propertyManager: ['community'],
  repairWorker: ['community'],
  ownersCommittee: ['community'],
  assemblyRepresentative: ['community'],
  socialWorker: ['community'],
  staff: ['community'],
  streetOfficer: ['street'],
  districtOfficer: ['district'],
  administrator: ['everywhere'],
}

type Level = 'everywhere' | 'district' | 'street' | 'community'
const LEVELS = ['everywhere', 'district', 'street', 'community'] as const

/** Those that are held in this very place; the others are given further down. */
export const heldHere = (roles: readonly GivenRole[], region: string): GivenRole[] => {
  const level = LEVELS[partsOf(region).length]
  return roles.filter((role) => level !== undefined && HELD_AT[role].includes(level))
}

function distinct(regions: readonly Region[]): Region[] {
  return regions.filter(
    ({ region }, at) => regions.findIndex((other) => other.region === region) === at,
  )
}
