import type { ResidentDoc } from './account.docs'
import { shownName } from './places.rules'

type Listed = Pick<ResidentDoc, 'name' | 'state' | 'homes' | 'accountId' | '_id'>

const plain = (name: string): string => name.replace(/\s+/g, '')

/** Lives somebody in this household now? */
export const livesIn = ({ homes, state }: Pick<Listed, 'homes' | 'state'>, householdId: string) =>
  state === 'living' &&
  homes.some((home) => home.householdId === householdId && home.until === undefined)

/** Those on the roster of a home who have this name, and live there. */
export const namesakes = <R extends Listed>(
  roster: readonly R[],
  householdId: string,
  name: string,
): R[] => roster.filter((one) => plain(one.name) === plain(name) && livesIn(one, householdId))

/**
 * The one on the roster whom somebody joining by this name is: with no account yet, or this very one.
 * `taken`: somebody else joined as the only one of that name.
 */
export function whoJoins<R extends Listed>(
  roster: readonly R[],
  householdId: string,
  name: string,
  accountId: string,
): { is: 'known'; resident: R } | { is: 'new' } | { is: 'taken' } {
  const known = namesakes(roster, householdId, name)
  const resident =
    known.find((one) => one.accountId === accountId) ??
    known.find((one) => one.accountId === undefined)
  if (resident) return { is: 'known', resident }
  return known.length > 0 ? { is: 'taken' } : { is: 'new' }
}

/** What a search says of the place; what is left out fits every place. */
export interface RoomAsked {
  building?: string | undefined
  unit?: string | undefined
  room?: string | undefined
}

/** Whether a home, as people say it (`homeName`), lies where it was asked for. */
export function fitsRoom(home: string, { building, unit, room }: RoomAsked): boolean {
  const first = building === undefined ? '' : shownName('building', building)
  const second = unit === undefined ? '' : shownName('unit', unit)
  const last = room === undefined ? '' : shownName('room', room)
  const behind = home.slice(first.length)
  return (
    home.startsWith(first) &&
    (second === '' || (first === '' ? holds(home, second) : behind.startsWith(second))) &&
    (last === '' || (home.endsWith(last) && !/\d$/.test(home.slice(0, -last.length))))
  )
}

/** A name within an address: 1 is not found in 11. */
const holds = (home: string, name: string): boolean => {
  const at = home.indexOf(name)
  return at >= 0 && !/\d$/.test(home.slice(0, at))
}
