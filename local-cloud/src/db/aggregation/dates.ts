import { isBson, isDoc, numberOf, ObjectId, type Value } from '../values'
import { calendarOf, firstIsoMonday, utc, type Calendar } from './calendar'
import { formatDate, NotADate, parseDate } from './date-text'
import {
  named,
  nullish,
  operands,
  refuseExpression,
  typed,
  type Expr,
  type Operator,
  type Scope,
} from './scope'
import { instantOf, zoneOffset } from './time-zone'

/** The time of a date, an ObjectId or a timestamp. */
export function timeOf(value: Value): number {
  if (value instanceof Date) return value.getTime()
  if (value instanceof ObjectId) return value.getTimestamp().getTime()
  if (isBson(value) && value._bsontype === 'Timestamp')
    return (value as unknown as { t: number }).t * 1000
  return refuseExpression(`can't convert from BSON type ${typed(value)} to Date`)
}

/** A `timezone` argument: undefined when it is not given, null when it is null. */
function zoneOf(expr: Expr | undefined, scope: Scope): string | null | undefined {
  const zone = expr?.(scope)
  if (expr === undefined) return undefined
  if (nullish(zone)) return null
  return typeof zone === 'string'
    ? zone
    : refuseExpression(`timezone must evaluate to a string, found ${typed(zone)}`)
}

const isDateForm = (argument: Value): boolean => isDoc(argument) && 'date' in argument

/** `$year: '$at'`, `$year: ['$at']` or `$year: { date, timezone }`. */
const part =
  (name: string, read: (at: Calendar) => number): Operator =>
  (argument, compile) => {
    const parts: Record<string, Expr | undefined> = isDateForm(argument)
      ? named(name, argument, compile, ['date'], ['timezone'])
      : { date: operands(name, argument, compile, 1)[0] }
    return (scope) => {
      const value = parts.date!(scope)
      const zone = zoneOf(parts.timezone, scope)
      if (nullish(value) || zone === null) return null
      const time = timeOf(value)
      return read(calendarOf(time + zoneOffset(zone ?? 'UTC', time)))
    }
  }

const toText: Operator = (argument, compile) => {
  const parts = named(
    '$dateToString',
    argument,
    compile,
    ['date'],
    ['format', 'timezone', 'onNull'],
  )
  return (scope) => {
    const value = parts.date!(scope)
    const zone = zoneOf(parts.timezone, scope)
    if (nullish(value)) return parts.onNull ? parts.onNull(scope) : null
    if (zone === null) return null
    const time = timeOf(value)
    const offset = zoneOffset(zone ?? 'UTC', time)
    const standard = `%Y-%m-%dT%H:%M:%S.%L${zone === undefined || zone === 'UTC' ? 'Z' : ''}`
    const format = parts.format ? parts.format(scope) : standard
    if (nullish(format)) return null
    if (typeof format !== 'string')
      return refuseExpression(
        `$dateToString requires that 'format' be a string, found: ${typed(format)}`,
      )
    return formatDate(time + offset, format, offset)
  }
}

const fromText: Operator = (argument, compile) => {
  const parts = named(
    '$dateFromString',
    argument,
    compile,
    ['dateString'],
    ['format', 'timezone', 'onError', 'onNull'],
  )
  return (scope) => {
    const text = parts.dateString!(scope)
    const zone = zoneOf(parts.timezone, scope)
    if (nullish(text)) return parts.onNull ? parts.onNull(scope) : null
    if (zone === null) return null
    const format = parts.format?.(scope)
    try {
      if (typeof text !== 'string')
        throw new NotADate(
          `$dateFromString requires that 'dateString' be a string, found: ${typed(text)}`,
        )
      return parseDate(text, typeof format === 'string' ? format : undefined, zone)
    } catch (error) {
      if (!(error instanceof NotADate)) throw error
      return parts.onError ? parts.onError(scope) : refuseExpression(error.message)
    }
  }
}

const CIVIL = ['year', 'month', 'day', 'hour', 'minute', 'second', 'millisecond']
const ISO_WEEK = [
  'isoWeekYear',
  'isoWeek',
  'isoDayOfWeek',
  'hour',
  'minute',
  'second',
  'millisecond',
]

const fromParts: Operator = (argument, compile) => {
  const byWeek = isDoc(argument) && 'isoWeekYear' in argument
  const names = byWeek ? ISO_WEEK : CIVIL
  const parts = named('$dateFromParts', argument, compile, [names[0]!], [...names, 'timezone'])
  return (scope) => {
    const zone = zoneOf(parts.timezone, scope)
    const given = names.map((name, i) => (parts[name] ? parts[name](scope) : i < 3 ? 1 : 0))
    if (zone === null || given.some(nullish)) return null
    const numbers = given.map((value, i) => {
      const number = numberOf(value)
      return number !== undefined && Number.isInteger(number)
        ? number
        : refuseExpression(`'${names[i]!}' must evaluate to an integer, found ${typed(value)}`)
    })
    const [year = 0, second = 1, third = 1, ...time] = numbers
    const local = byWeek
      ? firstIsoMonday(year) + utc(1970, 0, (second - 1) * 7 + third, ...time)
      : utc(year, second - 1, third, ...time)
    return new Date(instantOf(zone ?? 'UTC', local))
  }
}

const toParts: Operator = (argument, compile) => {
  const parts = named('$dateToParts', argument, compile, ['date'], ['timezone', 'iso8601'])
  return (scope) => {
    const value = parts.date!(scope)
    const zone = zoneOf(parts.timezone, scope)
    if (nullish(value) || zone === null) return null
    const time = timeOf(value)
    const at = calendarOf(time + zoneOffset(zone ?? 'UTC', time))
    const names = (parts.iso8601?.(scope) === true ? ISO_WEEK : CIVIL) as (keyof Calendar)[]
    return Object.fromEntries(names.map((name) => [name, at[name]]))
  }
}

export const dates: Record<string, Operator> = {
  $year: part('$year', (at) => at.year),
  $month: part('$month', (at) => at.month),
  $dayOfMonth: part('$dayOfMonth', (at) => at.day),
  $hour: part('$hour', (at) => at.hour),
  $minute: part('$minute', (at) => at.minute),
  $second: part('$second', (at) => at.second),
  $millisecond: part('$millisecond', (at) => at.millisecond),
  $dayOfYear: part('$dayOfYear', (at) => at.dayOfYear),
  $dayOfWeek: part('$dayOfWeek', (at) => at.dayOfWeek),
  $isoDayOfWeek: part('$isoDayOfWeek', (at) => at.isoDayOfWeek),
  $week: part('$week', (at) => at.week),
  $isoWeek: part('$isoWeek', (at) => at.isoWeek),
  $isoWeekYear: part('$isoWeekYear', (at) => at.isoWeekYear),
  $dateToString: toText,
  $dateFromString: fromText,
  $dateFromParts: fromParts,
  $dateToParts: toParts,
}
