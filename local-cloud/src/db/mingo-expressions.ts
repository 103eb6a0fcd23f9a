import { evalExpr } from 'mingo/core'
import type { Options } from 'mingo/types'
import { QueryRefused } from './errors'
import { compareValues, rankOf, type Value } from './values'

type Expression = (doc: unknown, argument: unknown, options: Options) => unknown

function both(doc: unknown, argument: unknown, options: Options, name: string): [Value, Value] {
  if (!Array.isArray(argument) || argument.length !== 2)
    throw new QueryRefused(
      `Expression ${name} takes exactly 2 arguments. ${Array.isArray(argument) ? argument.length : 1} were passed in.`,
    )
  return [
    evalExpr(doc, argument[0], options) as Value,
    evalExpr(doc, argument[1], options) as Value,
  ]
}

/** Expressions order missing below null, unlike queries. */
function order(a: Value, b: Value): number {
  if (rankOf(a) === rankOf(b) && (a === undefined || b === undefined))
    return Number(a !== undefined) - Number(b !== undefined)
  return compareValues(a, b)
}

const comparison =
  (name: string, accept: (order: number) => unknown): Expression =>
  (doc, argument, options) => {
    const [a, b] = both(doc, argument, options, name)
    return accept(order(a, b))
  }

const argumentsOf = (doc: unknown, argument: unknown, options: Options): unknown[] => {
  const list = Array.isArray(argument) ? argument : [argument]
  return list.map((item) => evalExpr(doc, item, options))
}

/** A string operand; numbers are printed, null and missing are empty. */
const asText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

const substr: Expression = (doc, argument, options) => {
  const [text, start, length] = argumentsOf(doc, argument, options)
  const bytes = Buffer.from(asText(text), 'utf8')
  const from = Number(start)
  const count = Number(length)
  if (from < 0) throw new QueryRefused('$substrBytes: starting index must be non-negative')
  return bytes.subarray(from, count < 0 ? undefined : from + count).toString('utf8')
}

const indexOf =
  (unit: 'bytes' | 'points'): Expression =>
  (doc, argument, options) => {
    const [text, wanted, start, end] = argumentsOf(doc, argument, options)
    if (text === null || text === undefined) return null
    if (unit === 'bytes') {
      const bytes = Buffer.from(asText(text), 'utf8').subarray(
        0,
        (end as number | undefined) ?? undefined,
      )
      return bytes.indexOf(Buffer.from(String(wanted), 'utf8'), Number(start ?? 0))
    }
    const points = [...asText(text)].slice(0, (end as number | undefined) ?? undefined)
    const needle = [...String(wanted)]
    for (let i = Number(start ?? 0); i + needle.length <= points.length; i++)
      if (needle.every((point, k) => points[i + k] === point)) return i
    return -1
  }

const size: Expression = (doc, argument, options) => {
  const value: unknown = evalExpr(
    doc,
    Array.isArray(argument) && argument.length === 1 ? argument[0] : argument,
    options,
  )
  if (!Array.isArray(value))
    throw new QueryRefused(
      `The argument to $size must be an array, but was of type: ${value === undefined ? 'missing' : value === null ? 'null' : typeof value}`,
    )
  return value.length
}

/** Expression operators that mingo lacks or gives another answer for than MongoDB. */
export const expressionOverrides: Record<string, Expression> = {
  $cmp: comparison('$cmp', Math.sign),
  $eq: comparison('$eq', (found) => found === 0),
  $ne: comparison('$ne', (found) => found !== 0),
  $gt: comparison('$gt', (found) => found > 0),
  $gte: comparison('$gte', (found) => found >= 0),
  $lt: comparison('$lt', (found) => found < 0),
  $lte: comparison('$lte', (found) => found <= 0),
  $substr: substr,
  $substrBytes: substr,
  $indexOfBytes: indexOf('bytes'),
  $indexOfCP: indexOf('points'),
  $size: size,
}
