import { calendarOf, firstIsoMonday, utc } from './calendar'
import { refuseExpression } from './scope'
import { instantOf, parseOffset } from './time-zone'

const pad = (value: number, length: number): string => String(value).padStart(length, '0')

/** Prints a local time by MongoDB's format; `offset` is the zone's, in milliseconds. */
export function formatDate(local: number, format: string, offset: number): string {
  const at = calendarOf(local)
  return format.replace(/%(.?)/gs, (_all, letter: string) => {
    switch (letter) {
      case 'Y':
        return pad(at.year, 4)
      case 'm':
        return pad(at.month, 2)
      case 'd':
        return pad(at.day, 2)
      case 'H':
        return pad(at.hour, 2)
      case 'M':
        return pad(at.minute, 2)
      case 'S':
        return pad(at.second, 2)
      case 'L':
        return pad(at.millisecond, 3)
      case 'j':
        return pad(at.dayOfYear, 3)
      case 'w':
        return String(at.dayOfWeek)
      case 'u':
        return String(at.isoDayOfWeek)
      case 'U':
        return pad(at.week, 2)
      case 'V':
        return pad(at.isoWeek, 2)
      case 'G':
        return pad(at.isoWeekYear, 4)
      case 'z':
        return `${offset < 0 ? '-' : '+'}${pad(Math.floor(Math.abs(offset) / 3_600_000), 2)}${pad((Math.abs(offset) / 60_000) % 60, 2)}`
      case 'Z':
        return String(offset / 60_000)
      case '%':
        return '%'
      default:
        return refuseExpression(`Invalid format character '%${letter}' in format string`)
    }
  })
}

/** Thrown where a text is not a date; `$dateFromString`'s `onError` takes over. */
export class NotADate extends Error {}

interface Parsed {
  local: number
  /** The offset written in the text, in milliseconds. */
  offset: number | undefined
}

const ISO =
  /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?|(\d\d)(\d\d))(?:[T ]+(\d{1,2}):?(\d\d)(?::?(\d\d)(?:[.,](\d{1,9}))?)?)?\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?$/i

/** Days of a month (1 to 12). */
const daysIn = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate()

function parsed(fields: number[], zone: string | undefined, text: string): Parsed {
  const [year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0, ms = 0] = fields
  const inRange =
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysIn(year, month) &&
    hour <= 24 &&
    minute < 60 &&
    second < 61
  if (!inRange) throw new NotADate(`Error parsing date string '${text}'`)
  const named = zone !== undefined && /^(z|utc|gmt)$/i.test(zone)
  const offset = zone === undefined ? undefined : named ? 0 : parseOffset(zone)
  return { local: utc(year, month - 1, day, hour, minute, second, ms), offset }
}

function parseIso(text: string): Parsed {
  const found = ISO.exec(text.trim())
  if (!found) throw new NotADate(`Error parsing date string '${text}'`)
  const number = (at: number, fallback: number): number => Number(found[at] ?? fallback)
  const ms = Math.trunc(Number(`0.${found[9] ?? '0'}`) * 1000 + 1e-6)
  const month = number(2, number(4, 1))
  const day = number(3, number(5, 1))
  return parsed(
    [number(1, 1970), month, day, number(6, 0), number(7, 0), number(8, 0), ms],
    found[10],
    text,
  )
}

const FIELDS: Record<string, string> = {
  Y: '(?<Y>\\d{4})',
  m: '(?<m>\\d{1,2})',
  d: '(?<d>\\d{1,2})',
  H: '(?<H>\\d{1,2})',
  M: '(?<M>\\d{1,2})',
  S: '(?<S>\\d{1,2})',
  L: '(?<L>\\d{1,3})',
  j: '(?<j>\\d{1,3})',
  G: '(?<G>\\d{4})',
  V: '(?<V>\\d{1,2})',
  u: '(?<u>[1-7])',
  z: '(?<z>Z|[+-]\\d\\d:?(?:\\d\\d)?)',
  Z: '(?<Z>[+-]?\\d+)',
  '%': '%',
}

function parseByFormat(text: string, format: string): Parsed {
  const pattern = format.replace(/%(.?)|[\\^$.*+?()[\]{}|/]/gs, (all, letter?: string) => {
    if (letter === undefined) return `\\${all}`
    return (
      FIELDS[letter] ?? refuseExpression(`Invalid format character '%${letter}' in format string`)
    )
  })
  const found = new RegExp(`^${pattern}$`, 's').exec(text)?.groups
  if (!found) throw new NotADate(`Error parsing date string '${text}' with format '${format}'`)
  const number = (name: string, fallback: number): number => Number(found[name] ?? fallback)
  const zone = found.z
  const { local, offset } = parsed(
    [
      number('Y', 1970),
      ...(found.j === undefined ? [number('m', 1), number('d', 1)] : [1, 1]),
      ...[number('H', 0), number('M', 0), number('S', 0), number('L', 0)],
    ],
    zone,
    text,
  )
  const written = found.Z === undefined ? offset : Number(found.Z) * 60_000
  const days = number('j', 1) - 1
  if (found.G === undefined) return { local: local + days * 86_400_000, offset: written }
  const time = local - utc(1970, 0)
  const week = (number('V', 1) - 1) * 7 + number('u', 1) - 1
  return { local: firstIsoMonday(Number(found.G)) + week * 86_400_000 + time, offset: written }
}

/** Reads a date from text as `$dateFromString` does. Throws NotADate, QueryRefused for a bad format. */
export function parseDate(
  text: string,
  format: string | undefined,
  zone: string | undefined,
): Date {
  const { local, offset } = format === undefined ? parseIso(text) : parseByFormat(text, format)
  if (offset === undefined) return new Date(instantOf(zone ?? 'UTC', local))
  if (zone !== undefined)
    throw new NotADate(
      `you cannot pass in a date/time string with time zone information ('${text}') together with a timezone argument`,
    )
  return new Date(local - offset)
}
