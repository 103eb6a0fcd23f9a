import { UpdateRefused } from './errors'
import { typeName } from './types'
import { isDoc, type Doc, type Value } from './values'

const MAX_DEPTH = 180
const DOLLAR = 36

const REFERENCE = ['$ref', '$id', '$db']

/** `{ $ref, $id, $db? }`, in this order and before other fields, points to another document. */
const isReferenceKey = (keys: readonly string[], at: number): boolean =>
  keys[1] === '$id' && at < 3 && keys.slice(0, at + 1).every((key, i) => key === REFERENCE[i])

/** Where a key stands that begins with `$` or what is nested too deep, as the parts of its path from the end. */
function badPlace(value: Value, depth: number): string[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const isArray = Array.isArray(value)
  if (!isArray && !isDoc(value)) return undefined
  if (depth > MAX_DEPTH) return []
  const keys = Object.keys(value)
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!
    if (!isArray && key.charCodeAt(0) === DOLLAR && !isReferenceKey(keys, i)) return [key]
    const item: Value = isArray ? value[i] : value[key]
    const found = badPlace(item, depth + 1)
    if (found) return [...found, key]
  }
  return undefined
}

/** Throws UpdateRefused for what MongoDB does not store: keys that begin with `$`, odd `_id`s, too deep nesting. */
export function refuseUnstorable(doc: Doc): void {
  const type = typeName(doc._id)
  if (type === 'array' || type === 'regex')
    throw new UpdateRefused(`The '_id' value cannot be of type ${type}`)
  const place = badPlace(doc, 1)
  if (place === undefined) return
  if (place.length >= MAX_DEPTH)
    throw new UpdateRefused(
      `cannot insert document because it exceeds ${MAX_DEPTH} levels of nesting`,
    )
  throw new UpdateRefused(
    `The dollar ($) prefixed field '${place[0]}' in '${place.reverse().join('.')}' is not valid for storage.`,
  )
}
