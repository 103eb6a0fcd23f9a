import { typeName } from './types'
import { refuse } from './update-path'
import { sortDocs, type Direction } from './sort'
import { cloneValue, compareValues, isDoc, numberOf, type Doc, type Value } from './values'

/** What `$push` does besides appending. */
export interface PushClauses {
  items: Value[]
  position?: number
  slice?: number
  /** By whole elements, or by fields of them. */
  sort?: Direction | [string, Direction][]
}

/** `{ $each: [...] }` of `$push` and `$addToSet`, or undefined where the argument is one value. */
export function eachClause(operator: string, argument: Value): Value[] | undefined {
  if (!isDoc(argument) || !('$each' in argument)) return undefined
  if (!Array.isArray(argument.$each))
    refuse(
      `The argument to $each in ${operator} must be an array but it was of type: ${typeName(argument.$each)}`,
    )
  return argument.$each
}

function integer(clause: string, value: Value, told: string): number {
  const number = numberOf(value)
  if (number === undefined || !Number.isInteger(number))
    refuse(`The value for ${clause} must be an integer value${told} ${typeName(value)}`)
  return number
}

function direction(value: Value): Direction {
  const by = numberOf(value)
  if (by !== 1 && by !== -1) refuse('The $sort element value must be either 1 or -1')
  return by
}

function sortFields(by: Doc): [string, Direction][] {
  const fields = Object.keys(by)
  if (fields.length === 0) refuse('The $sort pattern is empty when it should be a set of fields.')
  return fields.map((field) => {
    if (field === '') refuse('The $sort field cannot be empty')
    if (field.split('.').includes(''))
      refuse(`The $sort field is a dotted field but has an empty part: ${field}`)
    return [field, direction(by[field])]
  })
}

function sortClause(by: Value): Direction | [string, Direction][] {
  if (isDoc(by)) return sortFields(by)
  if (numberOf(by) === undefined)
    refuse(
      'The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields',
    )
  return direction(by)
}

/** Reads the argument of `$push`. Throws UpdateRefused with MongoDB's text. */
export function pushClauses(argument: Value): PushClauses {
  const items = eachClause('$push', argument)
  if (items === undefined) return { items: [argument] }
  const clauses: PushClauses = { items }
  const given = argument as Doc
  for (const name of Object.keys(given)) {
    const value = given[name]
    if (name === '$slice') clauses.slice = integer(name, value, ' but was given type:')
    else if (name === '$position') clauses.position = integer(name, value, ', not of type:')
    else if (name === '$sort') clauses.sort = sortClause(value)
    else if (name !== '$each') refuse(`Unrecognized clause in $push: ${name}`)
  }
  return clauses
}

/** Reads the argument of `$addToSet`: the values to add. Throws UpdateRefused with MongoDB's text. */
export function addedValues(argument: Value): Value[] {
  const items = eachClause('$addToSet', argument)
  if (items === undefined) return [argument]
  const other = Object.keys(argument as Doc).find((name) => name !== '$each')
  if (other !== undefined)
    refuse(`Found unexpected fields after $each in $addToSet: ${JSON.stringify(argument)}`)
  return items
}

function sorted(items: Value[], by: NonNullable<PushClauses['sort']>): Value[] {
  if (Array.isArray(by)) return sortDocs(items, by, (item) => (isDoc(item) ? item : {}))
  return [...items].sort((a, b) => compareValues(a, b) * by)
}

/** The array after a `$push`. */
export function pushed(current: readonly Value[], clauses: PushClauses): Value[] {
  const { items, position = current.length, sort, slice } = clauses
  const at = position < 0 ? Math.max(0, current.length + position) : position
  let result = [...current.slice(0, at), ...items.map(cloneValue), ...current.slice(at)]
  if (sort !== undefined) result = sorted(result, sort)
  if (slice !== undefined) result = slice < 0 ? result.slice(slice) : result.slice(0, slice)
  return result
}
