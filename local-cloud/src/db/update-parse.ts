import { splitPath } from './paths'
import { addedValues, pushClauses } from './push-clauses'
import { typeName } from './types'
import { refuse } from './update-path'
import { isDoc, numberOf, type Doc, type Value } from './values'

/** One field of one update operator. */
export interface Change {
  operator: string
  /** As written: a part may be `$` or `$[]`. */
  path: string
  argument: Value
}

const text = (value: Value): string => JSON.stringify(value) ?? 'undefined'

function checkNumber(word: string, path: string, argument: Value): void {
  if (numberOf(argument) === undefined)
    refuse(`Cannot ${word} with non-numeric argument: {${path}: ${text(argument)}}`)
}

function checkRename(path: string, to: Value): void {
  if (typeof to !== 'string')
    return refuse(`The 'to' field for $rename must be a string: ${path}: ${text(to)}`)
  const given = `${path}: ${text(to)}`
  if (path === to) refuse(`The source and target field for $rename must differ: ${given}`)
  if (to.startsWith(`${path}.`) || path.startsWith(`${to}.`))
    refuse(`The source and target field for $rename must not be on the same path: ${given}`)
  const isDynamic = (one: string): boolean => splitPath(one).some((part) => /^\$($|\[)/.test(part))
  if (isDynamic(path)) refuse(`The source field for $rename may not be dynamic: ${path}`)
  if (isDynamic(to)) refuse(`The destination field for $rename may not be dynamic: ${to}`)
}

function checkBit(path: string, argument: Value): void {
  if (!isDoc(argument))
    return refuse(
      `The $bit modifier is not compatible with a ${typeName(argument)}. You must pass in an embedded document: {$bit: {field: {and/or/xor: #}}`,
    )
  const operations = Object.keys(argument)
  if (operations.length === 0)
    refuse(
      `You must pass in at least one bitwise operation. The format is: {$bit: {field: {and/or/xor: #}}`,
    )
  for (const operation of operations) {
    if (!['and', 'or', 'xor'].includes(operation))
      refuse(
        `The $bit modifier only supports 'and', 'or', and 'xor', not '${operation}' which is an unknown operator: {${operation}: ${text(argument[operation])}}`,
      )
    const type = typeName(argument[operation])
    if (type !== 'int' && type !== 'long')
      refuse(
        `The $bit modifier field must be an Integer(32/64 bit); a '${type}' is not supported here: {${path}: ${text(argument)}}`,
      )
  }
}

function checkCurrentDate(argument: Value): void {
  if (typeof argument === 'boolean') return
  if (!isDoc(argument))
    return refuse(
      `${typeName(argument)} is not valid type for $currentDate. Please use a boolean ('true') or a $type expression ({$type: 'timestamp/date'}).`,
    )
  for (const name of Object.keys(argument)) {
    if (name !== '$type') refuse(`Unrecognized $currentDate option: ${name}`)
    if (argument.$type !== 'date' && argument.$type !== 'timestamp')
      refuse(
        "The '$type' string field is required to be 'date' or 'timestamp': {$currentDate: {field : {$type: 'date'}}}",
      )
  }
}

/** Refuses an operand before any document is looked at, as MongoDB does. */
const CHECKS: Record<string, (path: string, argument: Value) => void> = {
  $set: () => undefined,
  $setOnInsert: () => undefined,
  $unset: () => undefined,
  $min: () => undefined,
  $max: () => undefined,
  $pull: () => undefined,
  $inc: (path, argument) => checkNumber('increment', path, argument),
  $mul: (path, argument) => checkNumber('multiply', path, argument),
  $bit: checkBit,
  $currentDate: (_path, argument) => checkCurrentDate(argument),
  $rename: checkRename,
  $push: (_path, argument) => void pushClauses(argument),
  $addToSet: (_path, argument) => void addedValues(argument),
  $pullAll: (_path, argument) => {
    if (!Array.isArray(argument))
      refuse(`$pullAll requires an array argument but was given a ${typeName(argument)}`)
  },
  $pop: (path, argument) => {
    const from = numberOf(argument)
    if (from === undefined) refuse(`Expected a number in: ${path}: ${text(argument)}`)
    if (from !== 1 && from !== -1) refuse(`$pop expects 1 or -1, found: ${text(argument)}`)
  },
}

/** A path of plain names, as nearly all are. */
const PLAIN = /^[^.$]+(\.[^.$]+)*$/

function checkPath(path: string): void {
  if (PLAIN.test(path)) return
  const parts = splitPath(path)
  if (parts.includes(''))
    refuse(
      path === ''
        ? 'An empty update path is not valid.'
        : `The update path '${path}' contains an empty field name, which is not allowed.`,
    )
  if (parts[0] === '$')
    refuse(`Cannot have positional (i.e. '$') element in the first position in path '${path}'`)
  if (parts[0]!.startsWith('$['))
    refuse(
      `Cannot have array filter identifier (i.e. '$[<id>]') element in the first position in path '${path}'`,
    )
  if (parts.filter((part) => part === '$').length > 1)
    refuse(`Too many positional (i.e. '$') elements found in path '${path}'`)
  const filter = parts.find((part) => /^\$\[.+\]$/.test(part))
  if (filter !== undefined)
    refuse(`No array filter found for identifier '${filter.slice(2, -1)}' in path '${path}'`)
}

/** No path may be written twice, nor inside another that is written. */
export function refuseConflicts(paths: readonly string[]): void {
  if (paths.length < 2) return
  const seen = new Set<string>()
  for (const path of paths) {
    if (seen.has(path)) refuse(`Updating the path '${path}' would create a conflict at '${path}'`)
    seen.add(path)
  }
  for (const path of paths)
    for (let at = path.indexOf('.'); at >= 0; at = path.indexOf('.', at + 1))
      if (seen.has(path.slice(0, at)))
        refuse(`Updating the path '${path}' would create a conflict at '${path.slice(0, at)}'`)
}

/** Reads update operators. Throws UpdateRefused with MongoDB's text where they make no update. */
export function parseUpdate(update: Doc): Change[] {
  const changes: Change[] = []
  for (const operator of Object.keys(update)) {
    const check = Object.hasOwn(CHECKS, operator) ? CHECKS[operator] : undefined
    if (check === undefined)
      return refuse(
        operator.startsWith('$')
          ? `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`
          : 'the update operation document must contain atomic operators',
      )
    const fields = update[operator]
    if (!isDoc(fields))
      return refuse(
        `Modifiers operate on fields but we found type ${typeName(fields)} instead. For example: {$mod: {<field>: ...}} not {${operator}: ${text(fields)}}`,
      )
    for (const path of Object.keys(fields)) {
      checkPath(path)
      const argument = fields[path]
      check(path, argument)
      changes.push({ operator, path, argument })
    }
  }
  refuseConflicts(
    changes.flatMap(({ operator, path, argument }) =>
      operator === '$rename' ? [path, argument as string] : [path],
    ),
  )
  return changes
}
