import type { PlaceLevel } from '../../types/contract/account-places'
import type { RoomGiven } from '../../types/contract/people'
import { NUMERALS, ORDINAL, STEPS, SUFFIXES } from './place-words.text'

/** Buildings, units and rooms as people write them, brought to one form. */

/** A number up to 999 in Chinese numerals, as digits: 三 is 3, 二十一 is 21. Anything else stays. */
export function digitsOf(text: string): string {
  if (text === '' || ![...text].every((sign) => sign in NUMERALS || sign in STEPS)) return text
  // Without tens and hundreds they are read one by one, as a room's number is: 五零一 is 501.
  if ([...text].every((sign) => sign in NUMERALS)) {
    return [...text].map((sign) => NUMERALS[sign]).join('')
  }
  let total = 0
  let digit = 0
  for (const sign of text) {
    const step = STEPS[sign]
    if (step === undefined) digit = NUMERALS[sign] ?? 0
    else {
      total += (digit || 1) * step
      digit = 0
    }
  }
  return String(total + digit)
}

/** Wide letters and digits as narrow ones, capitals, no blanks. */
const narrow = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\s+/g, '')
    .toUpperCase()

/** The number or letters of a place without what stands behind: '3', 'A', '503'. */
export function bareName(level: 'building' | 'unit' | 'room', typed: string): string {
  let name = narrow(typed).replace(ORDINAL, '')
  const suffix = SUFFIXES[level].find((one) => name.endsWith(one) && name.length > one.length)
  if (suffix) name = name.slice(0, -suffix.length)
  const digits = digitsOf(name)
  return /^\d+$/.test(digits) ? String(Number(digits)) : digits
}

/** A place's name as it is shown: 3号楼, 2单元, 503室; a name that is no number stays as it is. */
export function shownName(level: 'building' | 'unit' | 'room', typed: string): string {
  const bare = bareName(level, typed)
  return /^[0-9A-Z-]+$/.test(bare) ? bare + (SUFFIXES[level][0] ?? '') : narrow(typed)
}

/** A home as people say it: 3号楼2单元501室. */
export const homeName = ({ building, unit, room }: Omit<RoomGiven, 'communityId'>): string =>
  shownName('building', building) +
  (unit === undefined ? '' : shownName('unit', unit)) +
  shownName('room', room)

/** Is a home, as people say it, that of a room? Where no unit is given, it may be in any. */
export function isHome(home: string, given: Omit<RoomGiven, 'communityId'>): boolean {
  if (given.unit !== undefined) return home === homeName(given)
  const building = shownName('building', given.building)
  const room = shownName('room', given.room)
  if (!home.startsWith(building) || !home.endsWith(room)) return false
  const unit = home.slice(building.length, home.length - room.length)
  return unit === '' || SUFFIXES.unit.some((suffix) => unit.endsWith(suffix))
}

const LETTER: Record<PlaceLevel, string> = {
  district: 'd',
  street: 's',
  community: 'c',
  building: 'b',
  unit: 'u',
  room: 'r',
}

/**
 * The id of a place below another: made of its name, so that the same place entered twice, or imported
 * again, is one. `digest` makes letters of a name that has none.
 */
export function placeIdOf(
  parentId: string,
  level: PlaceLevel,
  name: string,
  digest: (text: string) => string,
): string {
  const bare =
    level === 'building' || level === 'unit' || level === 'room'
      ? bareName(level, name)
      : narrow(name)
  const plain = bare.toLowerCase()
  return `${parentId}-${LETTER[level]}${/^[a-z0-9-]{1,12}$/.test(plain) ? plain : digest(bare).slice(0, 10)}`
}

/** The paths of a room and of all that is between it and its community. */
export function roomPath(
  communityPath: string,
  { building, unit, room }: Omit<RoomGiven, 'communityId'>,
  digest: (text: string) => string,
): {
  level: 'building' | 'unit' | 'room'
  id: string
  name: string
  path: string
  parent: string
}[] {
  const steps: [level: 'building' | 'unit' | 'room', name: string][] = [
    ['building', building],
    ...(unit === undefined ? [] : [['unit', unit] as ['unit', string]]),
    ['room', room],
  ]
  const found = []
  let parent = communityPath
  for (const [level, typed] of steps) {
    const id = placeIdOf(parent.slice(parent.lastIndexOf('/') + 1), level, typed, digest)
    const path = `${parent}/${id}`
    found.push({ level, id, name: shownName(level, typed), path, parent })
    parent = path
  }
  return found
}

/** What a place is sorted by among its neighbours: its number, or the end of the list. */
export function orderOf(level: PlaceLevel, name: string): number {
  const bare =
    level === 'building' || level === 'unit' || level === 'room' ? bareName(level, name) : ''
  const number = /^[A-Z]?(\d{1,9})/.exec(bare)?.[1]
  return number === undefined ? 999_999_999 : Number(number)
}
