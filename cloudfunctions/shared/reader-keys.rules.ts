import type { GivenRole } from '../../types/contract/role'
import { EVERYWHERE, liveRoles } from './access.rules'
import type { Account, Subject } from './actor'

/**
 * Whom something is for is said in keys, and whoever holds one of them is meant:
 *
 * - a place by its path (`heping/nanhu/chunxiao`, `heping/nanhu/chunxiao/chunxiao-b3`): whoever lives there;
 * - `volunteer@heping/nanhu/chunxiao`: whoever holds the role there or above;
 * - `list:<id>`: whoever stands on a list that was made for it.
 */
export const roleKey = (role: GivenRole, region: string): string => `${role}@${region}`
const LIST = 'list:'
export const listKeyOfAudience = (id: string): string => LIST + id

/** A place and all that it lies in, the widest first: `a/b/c` gives `a`, `a/b` and `a/b/c`. */
export const pathsTo = (region: string): string[] =>
  region.split('/').map((_id, index, ids) => ids.slice(0, index + 1).join('/'))

/**
 * The paths of the building and the unit of a household. Its id is made of theirs (account/rooms.rules.ts), so
 * that whoever knows the household knows the building.
 */
export function placesOfHousehold(region: string, householdId: string): string[] {
  const community = region.slice(region.lastIndexOf('/') + 1)
  const start = `h-${community}-b`
  if (!householdId.startsWith(start)) return []
  const [, building, unit] = /^(.+?)(?:-u(.+?))?-r.+$/.exec(householdId.slice(start.length)) ?? []
  if (building === undefined) return []
  const place = `${community}-b${building}`
  const path = `${region}/${place}`
  return unit === undefined ? [path] : [path, `${path}/${place}-u${unit}`]
}

/** What of somebody's homes and lists their keys are made of. */
interface Dweller {
  region: string
  householdIds: readonly string[]
  lists?: readonly string[] | undefined
}

/** The keys of whoever lives somewhere: its places up to the district, building and unit, and lists. */
export const dwellerKeys = ({ region, householdIds, lists = [] }: Dweller): string[] => [
  ...pathsTo(region),
  ...new Set(householdIds.flatMap((id) => placesOfHousehold(region, id))),
  ...lists.map(listKeyOfAudience),
]

/** The keys of whoever works somewhere: the places above and their own, and their roles there and above. */
export function workerKeys(account: Pick<Account, 'roles'>, now: number): string[] {
  const held = liveRoles(account.roles, now).filter(({ region }) => region !== EVERYWHERE)
  const keys = held.flatMap(({ role, region }) =>
    pathsTo(region).flatMap((path) => [path, roleKey(role, path)]),
  )
  return [...new Set(keys)]
}

/**
 * The keys of the caller, from their account alone: of the homes they have in the community in use, and of
 * their roles; nothing of anybody's own for those without an account.
 */
export function readerKeys(
  account: Pick<Account, 'roles' | 'homes' | 'lists'> | null,
  subject: Pick<Subject, 'communityId' | 'region'> | null,
  now: number,
): string[] {
  if (!account) return []
  const homes = account.homes.filter(({ communityId }) => communityId === subject?.communityId)
  const own = subject
    ? dwellerKeys({
        region: subject.region,
        householdIds: homes.map(({ householdId }) => householdId),
        lists: account.lists,
      })
    : []
  return [...new Set([...own, ...workerKeys(account, now)])]
}

/** The most keys one list is asked for with: the database merges as many ordered stretches of an index. */
const MOST_KEYS = 60

/** A reader's keys, at most 60: of lists only the last ones, which are the newest. */
export function boundedKeys(keys: readonly string[]): string[] {
  const places = keys.filter((key) => !key.startsWith(LIST)).slice(0, MOST_KEYS)
  const left = MOST_KEYS - places.length
  const lists = keys.filter((key) => key.startsWith(LIST))
  return [...places, ...lists.slice(Math.max(0, lists.length - left))]
}
