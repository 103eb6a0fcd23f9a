import { makeNumber } from '../numbers'
import { typeMatcher, typeName } from '../types'
import { numberOf, ObjectId, type Value } from '../values'
import { NotADate, parseDate } from './date-text'
import { fixed, named, nullish, refuseExpression, truthy, typed, type Operator } from './scope'
import { timeOf } from './dates'

/** A conversion that MongoDB refuses; `$convert`'s `onError` takes over. */
class ConversionFailed extends Error {}

function fail(value: Value, to: string): never {
  throw new ConversionFailed(
    `Unsupported conversion from ${typed(value)} to ${to} in $convert with no onError value`,
  )
}

function number(value: Value, to: 'int' | 'long' | 'double' | 'decimal'): Value {
  const whole = to === 'int' || to === 'long'
  let found = numberOf(value)
  if (typeof value === 'boolean') found = Number(value)
  else if (value instanceof Date && to !== 'int') found = value.getTime()
  else if (typeof value === 'string') {
    const valid = whole ? /^[+-]?\d+$/ : /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i
    if (!valid.test(value))
      throw new ConversionFailed(
        `Failed to parse number '${value}' in $convert with no onError value`,
      )
    found = Number(value)
  }
  if (found === undefined) return fail(value, to)
  const limit = to === 'int' ? 2 ** 31 : 2 ** 63
  if (whole && !(found < limit && found >= -limit))
    throw new ConversionFailed(
      `Conversion would overflow target type in $convert with no onError value: ${found}`,
    )
  return makeNumber(to, whole ? Math.trunc(found) : found)
}

function text(value: Value): string {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return String(value)
  if (value instanceof Date) return value.toISOString()
  if (value instanceof ObjectId) return value.toHexString()
  return numberOf(value) === undefined ? fail(value, 'string') : String(numberOf(value))
}

function date(value: Value): Date {
  if (typeof value === 'string') return parseDate(value, undefined, undefined)
  const time = numberOf(value)
  if (time !== undefined && typeName(value) !== 'int') return new Date(Math.trunc(time))
  if (value instanceof Date || value instanceof ObjectId) return new Date(timeOf(value))
  return fail(value, 'date')
}

function objectId(value: Value): ObjectId {
  if (value instanceof ObjectId) return value
  if (typeof value === 'string' && /^[0-9a-f]{24}$/i.test(value)) return new ObjectId(value)
  return fail(value, 'objectId')
}

const TARGETS: Record<string, (value: Value) => Value> = {
  double: (value) => number(value, 'double'),
  string: text,
  objectId,
  bool: (value) => (numberOf(value) === undefined ? value !== false : truthy(value)),
  date,
  int: (value) => number(value, 'int'),
  long: (value) => number(value, 'long'),
  decimal: (value) => number(value, 'decimal'),
}
const CODES: Record<number, string> = {
  1: 'double',
  2: 'string',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  16: 'int',
  18: 'long',
  19: 'decimal',
}

const isFailure = (error: unknown): error is Error =>
  error instanceof ConversionFailed || error instanceof NotADate

const to =
  (name: string, target: string): Operator =>
  (argument, compile) =>
    fixed(name, 1, 1, ([value]) => {
      if (nullish(value)) return null
      try {
        return TARGETS[target]!(value)
      } catch (error) {
        if (!isFailure(error)) throw error
        return refuseExpression(error.message)
      }
    })(argument, compile)

const convert: Operator = (argument, compile) => {
  const parts = named('$convert', argument, compile, ['input', 'to'], ['onError', 'onNull'])
  return (scope) => {
    const value = parts.input!(scope)
    const wanted = parts.to!(scope)
    if (nullish(value)) return parts.onNull ? parts.onNull(scope) : null
    if (nullish(wanted)) return null
    const target = typeof wanted === 'string' ? wanted : CODES[numberOf(wanted) ?? NaN]
    const apply = TARGETS[target ?? '']
    if (apply === undefined) return refuseExpression(`Unknown type name: ${JSON.stringify(wanted)}`)
    try {
      return apply(value)
    } catch (error) {
      if (!isFailure(error)) throw error
      return parts.onError ? parts.onError(scope) : refuseExpression(error.message)
    }
  }
}

const isNumber = typeMatcher('number')

export const conversions: Record<string, Operator> = {
  $type: fixed('$type', 1, 1, ([value]) => typeName(value)),
  $isNumber: fixed('$isNumber', 1, 1, ([value]) => isNumber(value)),
  $convert: convert,
  $toBool: to('$toBool', 'bool'),
  $toDate: to('$toDate', 'date'),
  $toDecimal: to('$toDecimal', 'decimal'),
  $toDouble: to('$toDouble', 'double'),
  $toInt: to('$toInt', 'int'),
  $toLong: to('$toLong', 'long'),
  $toObjectId: to('$toObjectId', 'objectId'),
  $toString: to('$toString', 'string'),
}
