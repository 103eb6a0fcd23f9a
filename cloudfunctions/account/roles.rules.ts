import type { GivenRole } from '../../types/contract/role'
import { covers, EVERYWHERE, levelOf, liveRoles } from '../shared/access.rules'
import type { HeldRole } from '../shared/actor'
import type { PlaceLevel } from '../../types/contract/account-places'

const OF_A_COMMUNITY: readonly GivenRole[] = [
  'volunteer',
  'provider',
  'propertyManager',
  'repairWorker',
  'ownersCommittee',
  'assemblyRepresentative',
  'socialWorker',
]

/** Which roles each role gives and takes back, in its own region and below. */
export const GIVES: Partial<Record<GivenRole, readonly GivenRole[]>> = {
  propertyManager: ['repairWorker'],
  staff: OF_A_COMMUNITY,
  streetOfficer: [...OF_A_COMMUNITY, 'staff'],
  districtOfficer: [...OF_A_COMMUNITY, 'staff', 'streetOfficer'],
  administrator: [...OF_A_COMMUNITY, 'staff', 'streetOfficer', 'districtOfficer', 'administrator'],
}

/** At what kind of place a role is held. Of those at a community, a building is enough for some. */
const HELD_AT: Record<GivenRole, readonly (PlaceLevel | 'everywhere')[]> = {
  volunteer: ['community'],
  provider: ['community', 'street', 'district'],
  propertyManager: ['community', 'building'],
  repairWorker: ['community', 'building'],
  ownersCommittee: ['community', 'building'],
  assemblyRepresentative: ['community', 'building'],
  socialWorker: ['community'],
  staff: ['community'],
  streetOfficer: ['street'],
  districtOfficer: ['district'],
  administrator: ['everywhere'],
}

/** Can a role be held in a region of this kind at all? */
export const canBeHeldAt = (role: GivenRole, region: string): boolean =>
  HELD_AT[role].includes(levelOf(region) ?? 'everywhere')

/** May somebody with these roles give, or take back, a role in a region? */
export const canGive = (
  roles: readonly HeldRole[],
  role: GivenRole,
  region: string,
  now: number,
): boolean =>
  canBeHeldAt(role, region) &&
  liveRoles(roles, now).some(
    (held) => covers(held.region, region) && GIVES[held.role]?.includes(role) === true,
  )

/** The roles somebody may give somewhere in a region, in the order of the widest list. */
export function givableIn(roles: readonly HeldRole[], region: string, now: number): GivenRole[] {
  const given = liveRoles(roles, now)
    .filter((held) => covers(held.region, region) || covers(region, held.region))
    .flatMap(({ role }) => GIVES[role] ?? [])
  const all = GIVES.administrator ?? []
  return all.filter(
    (role) => given.includes(role) && (role !== 'administrator' || region === EVERYWHERE),
  )
}
