import { bareName } from '../places.rules'
import type { RowProblem } from './roster-problems.text'
import {
  ADDRESS,
  BEFORE_BUILDING,
  DASHED,
  DIGITS,
  NUMERALS,
  TENS,
  UNIT_AND_ROOM,
} from './roster-words.text'

/** A home as a roster says it: each part brought to one form. */
export interface Room {
  building: string
  unit?: string
  room: string
}

/** Far more than a name of a building needs; an id is made of it. */
const MOST = 20

/** The room of three columns; the room's own may hold the unit, or all of it: 2-501, 3-2-501. */
export function roomOf(building: string, unit: string, room: string): Room | RowProblem {
  if (room === '') return 'noRoom'
  if (building === '') {
    const whole = addressOf(room)
    return typeof whole === 'string' ? 'noBuilding' : whole
  }
  const typed = narrow(room)
  const whole = DASHED.exec(typed)
  if (whole?.[2] !== undefined) return homeOf(building, unit || whole[2], whole[3] ?? '')
  const inside = unit === '' ? UNIT_AND_ROOM.exec(typed) : null
  return inside ? homeOf(building, inside[1] ?? '', inside[2] ?? '') : homeOf(building, unit, typed)
}

/** The room of one column: 和平区春晓社区3号楼2单元501室, 3-2-501, 3栋501. */
export function addressOf(address: string): Room | RowProblem {
  if (address === '') return 'noRoom'
  let rest = narrow(address)
  for (const before of BEFORE_BUILDING) rest = rest.replace(before, '')
  const parts = DASHED.exec(rest) ?? ADDRESS.exec(rest)
  if (!parts) return 'badAddress'
  const [, building = '', unit = '', room = ''] = parts
  return homeOf(building, unit, room)
}

function homeOf(building: string, unit: string, room: string): Room | RowProblem {
  const home: Room = {
    building: bareName('building', narrow(building)),
    ...(unit === '' ? {} : { unit: bareName('unit', narrow(unit)) }),
    room: bareName('room', narrow(room)),
  }
  const parts = Object.values(home) as string[]
  return parts.every((part) => part.length > 0 && part.length <= MOST) ? home : 'badPlace'
}

/** Wide letters and digits as narrow ones, capitals, every dash the same, no blanks. */
const narrow = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u2010-\u2015\u2212~_]/g, '-')
    .replace(/[\s，,。.]+/g, '')
    .replace(NUMERALS, (run) =>
      TENS.test(run) ? run : [...run].map((numeral) => DIGITS[numeral]).join(''),
    )
    .toUpperCase()
