import { Timestamp } from 'bson'
import { applyArrayOperator } from './update-array'
import { refuseConflicts, type Change } from './update-parse'
import {
  comparePaths,
  parentForWrite,
  readPath,
  refuse,
  removePath,
  resolvePath,
  writePath,
} from './update-path'
import { compute, makeNumber, numberType } from './numbers'
import { splitPath } from './paths'
import { matchedPosition } from './positional'
import { typeName } from './types'
import {
  cloneValue,
  compareValues,
  equalValues,
  isDoc,
  numberOf,
  TypedNumber,
  type Doc,
  type Value,
} from './values'

export interface UpdateContext {
  /** Epoch milliseconds for `$currentDate`. */
  now: number
  /** The query that chose the document: positional `$` needs it. */
  query: Doc
  /** True while an upsert makes the document: `$setOnInsert` counts. */
  inserting: boolean
}

const idOf = (doc: Doc): string => `{_id: ${JSON.stringify(doc._id)}}`

function arithmetic(operator: '$inc' | '$mul', doc: Doc, path: string, operand: Value): Value {
  const current = readPath(doc, path)
  if (current === undefined) return operator === '$inc' ? operand : compute('multiply', 0, operand)
  if (numberOf(current) === undefined)
    refuse(
      `Cannot apply ${operator} to a value of non-numeric type. ${idOf(doc)} has the field '${path.split('.').at(-1)}' of non-numeric type ${typeName(current)}`,
    )
  const result = compute(operator === '$inc' ? 'add' : 'multiply', current, operand)
  const whole = (value: Value): boolean => ['int', 'long'].includes(typeName(value))
  if (whole(current) && whole(operand) && !whole(result))
    refuse(
      `Failed to apply ${operator} operations to current value (${JSON.stringify(current)}) for document ${idOf(doc)}`,
    )
  return result
}

const bits = (value: Value): bigint =>
  BigInt(value instanceof TypedNumber ? value.text : numberOf(value)!)

function bitwise(doc: Doc, path: string, argument: Value): Value {
  const current = readPath(doc, path) ?? 0
  const type = numberType(current)
  if (type !== 'int' && type !== 'long')
    refuse(
      `Cannot apply $bit to a value of non-integral type. ${idOf(doc)} has the field ${path.split('.').at(-1)} of non-integer type ${typeName(current)}`,
    )
  const masks = argument as Doc
  let result = bits(current)
  let widest = type
  for (const operation of Object.keys(masks)) {
    const mask = masks[operation]
    if (numberType(mask) === 'long') widest = 'long'
    if (operation === 'and') result &= bits(mask)
    else if (operation === 'or') result |= bits(mask)
    else result ^= bits(mask)
  }
  return makeNumber(widest, result)
}

/** The first array that a path goes through or ends in an element of. */
function arrayOnPath(doc: Doc, path: string): string | undefined {
  const parts = splitPath(path)
  for (let i = 1; i < parts.length; i++)
    if (Array.isArray(readPath(doc, parts.slice(0, i).join('.')))) return parts[i - 1]
  return undefined
}

function rename(doc: Doc, from: string, to: string): void {
  const value = readPath(doc, from)
  if (value === undefined) return
  for (const [end, path] of [
    ['source', from],
    ['destination', to],
  ] as const) {
    const array = arrayOnPath(doc, path)
    if (array !== undefined)
      refuse(
        `The ${end} field cannot be an array element, '${path}' in doc with _id: ${JSON.stringify(doc._id)} has an array field called '${array}'`,
      )
  }
  removePath(doc, from)
  writePath(doc, to, value)
}

function currentDate(argument: Value, now: number): Value {
  if (isDoc(argument) && argument.$type === 'timestamp')
    return new Timestamp({ t: Math.floor(now / 1000), i: 1 })
  return new Date(now)
}

function applyOne(
  doc: Doc,
  operator: string,
  path: string,
  argument: Value,
  context: UpdateContext,
) {
  switch (operator) {
    case '$set':
      return writePath(doc, path, cloneValue(argument))
    case '$setOnInsert':
      return context.inserting ? writePath(doc, path, cloneValue(argument)) : undefined
    case '$unset':
      return removePath(doc, path)
    case '$inc':
    case '$mul':
      parentForWrite(doc, path)
      return writePath(doc, path, arithmetic(operator, doc, path, argument))
    case '$min':
    case '$max': {
      parentForWrite(doc, path)
      const current = readPath(doc, path)
      const order = current === undefined ? -1 : compareValues(argument, current)
      const wins = current === undefined || (operator === '$min' ? order < 0 : order > 0)
      return wins ? writePath(doc, path, cloneValue(argument)) : undefined
    }
    case '$bit':
      return writePath(doc, path, bitwise(doc, path, argument))
    case '$currentDate':
      return writePath(doc, path, currentDate(argument, context.now))
    case '$rename':
      return rename(doc, path, argument as string)
    default:
      return applyArrayOperator(doc, operator, path, argument)
  }
}

/** What MongoDB orders a change by: `$rename` stands where it writes. */
const placeOf = ({ operator, path, argument }: Change): string =>
  operator === '$rename' ? (argument as string) : path

/**
 * Applies a parsed update to a copy of a document. Throws UpdateRefused with MongoDB's text where
 * MongoDB refuses it for this document; nothing is changed then.
 */
export function applyUpdate(before: Doc, update: readonly Change[], context: UpdateContext): Doc {
  const doc = cloneValue(before)
  const matched = (): number | undefined => matchedPosition(before, context.query)
  const changes = update.flatMap((change) =>
    resolvePath(doc, change.path, matched).map((path) => ({ ...change, path })),
  )
  if (changes.some((change, i) => change.path !== update[i]?.path))
    refuseConflicts(changes.map(({ path }) => path))
  changes.sort((a, b) => comparePaths(placeOf(a), placeOf(b)))
  for (const { operator, path, argument } of changes)
    applyOne(doc, operator, path, argument, context)
  if (before._id !== undefined && !equalValues(before._id, doc._id))
    refuse(`Performing an update on the path '_id' would modify the immutable field '_id'`)
  return doc
}
