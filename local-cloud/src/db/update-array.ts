import { compileElement } from './match'
import { typeName } from './types'
import { parentForWrite, readPath, refuse, writePath } from './update-path'
import { sortDocs, type Direction } from './sort'
import {
  cloneValue,
  compareValues,
  equalValues,
  isDoc,
  numberOf,
  type Doc,
  type Value,
} from './values'

const ARRAY_OPERATORS = new Set(['$push', '$addToSet', '$pull', '$pullAll', '$pop'])

export const isArrayOperator = (operator: string): boolean => ARRAY_OPERATORS.has(operator)

function arrayAt(doc: Doc, operator: string, path: string): Value[] | undefined {
  const value = readPath(doc, path)
  if (value === undefined) return undefined
  if (Array.isArray(value)) return value
  if (operator === '$pull' || operator === '$pullAll')
    refuse(`Cannot apply ${operator} to a non-array value`)
  if (operator === '$pop') refuse(`Path '${path}' contains an element of non-array type`)
  return refuse(
    `The field '${path}' must be an array but is of type ${typeName(value)} in document {_id: ${JSON.stringify(doc._id)}}`,
  )
}

function eachOf(operator: string, argument: Value): { items: Value[]; modifiers: Doc } {
  if (!isDoc(argument) || !('$each' in argument)) return { items: [argument], modifiers: {} }
  if (!Array.isArray(argument.$each))
    refuse(
      `The argument to $each in ${operator} must be an array but it was of type ${typeName(argument.$each)}`,
    )
  return { items: argument.$each, modifiers: argument }
}

function sorted(items: Value[], by: Value): Value[] {
  if (isDoc(by)) {
    const order = Object.keys(by).map(
      (field) => [field, (numberOf(by[field]) ?? 1) < 0 ? -1 : 1] as [string, Direction],
    )
    return sortDocs(items, order, (item) => (isDoc(item) ? item : {}))
  }
  const direction = (numberOf(by) ?? 1) < 0 ? -1 : 1
  return [...items].sort((a, b) => compareValues(a, b) * direction)
}

function push(current: Value[], argument: Value): Value[] {
  const { items, modifiers } = eachOf('$push', argument)
  const position = numberOf(modifiers.$position)
  const at =
    position === undefined
      ? current.length
      : position < 0
        ? Math.max(0, current.length + position)
        : Math.min(position, current.length)
  let result = [...current.slice(0, at), ...items.map(cloneValue), ...current.slice(at)]
  if (modifiers.$sort !== undefined) result = sorted(result, modifiers.$sort)
  const slice = numberOf(modifiers.$slice)
  if (slice !== undefined) result = slice < 0 ? result.slice(slice) : result.slice(0, slice)
  return result
}

function addToSet(current: Value[], argument: Value): Value[] {
  const result = [...current]
  for (const item of eachOf('$addToSet', argument).items)
    if (!result.some((existing) => equalValues(existing, item))) result.push(cloneValue(item))
  return result
}

function pulledBy(operator: string, argument: Value): (item: Value) => boolean {
  if (operator === '$pull') return compileElement(argument)
  if (!Array.isArray(argument)) refuse('$pullAll requires an array argument')
  return (item) => argument.some((wanted) => equalValues(item, wanted))
}

function pop(current: Value[], argument: Value): Value[] {
  const from = numberOf(argument)
  if (from !== 1 && from !== -1) refuse(`$pop expects 1 or -1, found: ${JSON.stringify(argument)}`)
  return from === 1 ? current.slice(0, -1) : current.slice(1)
}

/** Applies one of `$push`, `$addToSet`, `$pull`, `$pullAll`, `$pop` in place. */
export function applyArrayOperator(
  doc: Doc,
  operator: string,
  path: string,
  argument: Value,
): void {
  const current = arrayAt(doc, operator, path)
  if (operator === '$push' || operator === '$addToSet') {
    parentForWrite(doc, path)
    const change = operator === '$push' ? push : addToSet
    return writePath(doc, path, change(current ?? [], argument))
  }
  const pulled = operator === '$pop' ? undefined : pulledBy(operator, argument)
  if (current === undefined) return
  const kept = pulled ? current.filter((item) => !pulled(item)) : pop(current, argument)
  if (kept.length !== current.length) writePath(doc, path, kept)
}
