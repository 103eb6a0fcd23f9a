import { compileElement } from './match'
import { addedValues, pushClauses, pushed } from './push-clauses'
import { typeName } from './types'
import { parentForWrite, readPath, refuse, writePath } from './update-path'
import { cloneValue, equalValues, numberOf, type Doc, type Value } from './values'

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

function addToSet(current: Value[], argument: Value): Value[] {
  const result = [...current]
  for (const item of addedValues(argument))
    if (!result.some((existing) => equalValues(existing, item))) result.push(cloneValue(item))
  return result
}

function pulledBy(operator: string, argument: Value): (item: Value) => boolean {
  if (operator === '$pull') return compileElement(argument)
  return (item) => (argument as Value[]).some((wanted) => equalValues(item, wanted))
}

const pop = (current: Value[], argument: Value): Value[] =>
  numberOf(argument) === 1 ? current.slice(0, -1) : current.slice(1)

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
    const items = current ?? []
    return writePath(
      doc,
      path,
      operator === '$push' ? pushed(items, pushClauses(argument)) : addToSet(items, argument),
    )
  }
  const pulled = operator === '$pop' ? undefined : pulledBy(operator, argument)
  if (current === undefined) return
  const kept = pulled ? current.filter((item) => !pulled(item)) : pop(current, argument)
  if (kept.length !== current.length) writePath(doc, path, kept)
}
