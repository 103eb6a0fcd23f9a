import { applyArrayOperator, isArrayOperator } from './update-array'
import {
  parentForWrite,
  readPath,
  refuse,
  removePath,
  resolvePaths,
  writePath,
} from './update-path'
import { compute } from './numbers'
import { typeName } from './types'
import {
  cloneValue,
  compareValues,
  equalValues,
  isDoc,
  numberOf,
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

function arithmetic(operator: '$inc' | '$mul', doc: Doc, path: string, operand: Value): Value {
  const by = numberOf(operand)
  if (by === undefined)
    refuse(
      `Cannot ${operator === '$inc' ? 'increment' : 'multiply'} with non-numeric argument: {${path}: ${JSON.stringify(operand)}}`,
    )
  const current = readPath(doc, path)
  if (current === undefined) return operator === '$inc' ? operand : compute('multiply', 0, operand)
  const number = numberOf(current)
  if (number === undefined)
    refuse(
      `Cannot apply ${operator} to a value of non-numeric type. {_id: ${JSON.stringify(doc._id)}} has the field '${path.split('.').at(-1)}' of non-numeric type ${typeName(current)}`,
    )
  return compute(operator === '$inc' ? 'add' : 'multiply', current, operand)
}

function bitwise(doc: Doc, path: string, argument: Value): Value {
  const current = readPath(doc, path) ?? 0
  const number = numberOf(current)
  if (number === undefined || !isDoc(argument))
    refuse(`Cannot apply $bit to a value of non-integral type`)
  let bits = BigInt(number)
  for (const key of Object.keys(argument)) {
    const mask = BigInt(numberOf(argument[key]) ?? 0)
    if (key === 'and') bits &= mask
    else if (key === 'or') bits |= mask
    else if (key === 'xor') bits ^= mask
    else refuse(`The $bit modifier only supports 'and', 'or', and 'xor', not '${key}'`)
  }
  return Number(bits)
}

function rename(doc: Doc, from: string, to: Value): void {
  if (typeof to !== 'string') refuse(`The 'to' field for $rename must be a string: ${from}`)
  const value = readPath(doc, from)
  if (value === undefined) return
  removePath(doc, from)
  writePath(doc, to, value)
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
      return writePath(doc, path, new Date(context.now))
    default:
      return applyArrayOperator(doc, operator, path, argument)
  }
}

const OPERATORS = new Set([
  '$set',
  '$setOnInsert',
  '$unset',
  '$inc',
  '$mul',
  '$min',
  '$max',
  '$bit',
  '$currentDate',
  '$rename',
])

function refuseConflicts(paths: string[]): void {
  const sorted = [...paths].sort()
  for (let i = 1; i < sorted.length; i++) {
    const path = sorted[i]!
    const earlier = sorted
      .slice(0, i)
      .find((other) => path === other || path.startsWith(`${other}.`))
    if (earlier !== undefined)
      refuse(`Updating the path '${path}' would create a conflict at '${earlier}'`)
  }
}

/**
 * Applies update operators to a copy of a document. Throws UpdateRefused with MongoDB's text where
 * MongoDB refuses the update; nothing is changed then.
 */
export function applyUpdate(before: Doc, update: Doc, context: UpdateContext): Doc {
  const doc = cloneValue(before)
  const changes: { operator: string; path: string; argument: Value }[] = []
  for (const operator of Object.keys(update)) {
    if (!OPERATORS.has(operator) && !isArrayOperator(operator))
      refuse(
        operator.startsWith('$')
          ? `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`
          : 'the update operation document must contain atomic operators',
      )
    const fields = update[operator]
    if (!isDoc(fields))
      refuse(`Modifiers operate on fields but we found type ${typeName(fields)} instead`)
    for (const written of Object.keys(fields))
      for (const path of resolvePaths(doc, written, context.query))
        changes.push({ operator, path, argument: fields[written] })
  }
  refuseConflicts(
    changes.flatMap(({ operator, path, argument }) =>
      operator === '$rename' && typeof argument === 'string' ? [path, argument] : [path],
    ),
  )
  for (const { operator, path, argument } of changes)
    if (operator === '$rename') rename(doc, path, argument)
    else applyOne(doc, operator, path, argument, context)
  if (before._id !== undefined && !equalValues(before._id, doc._id))
    refuse(`Performing an update on the path '_id' would modify the immutable field '_id'`)
  return doc
}
