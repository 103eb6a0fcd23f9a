import { UpdateRefused } from './errors'
import { typeName } from './types'
import { isDoc, type Doc, type Value } from './values'

const MAX_DEPTH = 180

const REFERENCE = ['$ref', '$id', '$db']

/** `{ $ref, $id, $db? }`, in this order and before other fields, points to another document. */
const isReferenceKey = (keys: readonly string[], at: number): boolean =>
  keys[1] === '$id' && at < 3 && keys.slice(0, at + 1).every((key, i) => key === REFERENCE[i])

function refuseKeys(value: Value, path: string, depth: number): void {
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value) && !isDoc(value)) return
  if (depth > MAX_DEPTH)
    throw new UpdateRefused(
      `cannot insert document because it exceeds ${MAX_DEPTH} levels of nesting`,
    )
  if (Array.isArray(value)) {
    value.forEach((item, i) => refuseKeys(item, `${path}.${i}`, depth + 1))
    return
  }
  const keys = Object.keys(value)
  keys.forEach((key, i) => {
    const here = path === '' ? key : `${path}.${key}`
    if (key.startsWith('$') && !isReferenceKey(keys, i))
      throw new UpdateRefused(
        `The dollar ($) prefixed field '${key}' in '${here}' is not valid for storage.`,
      )
    refuseKeys(value[key], here, depth + 1)
  })
}

/** Throws UpdateRefused for what MongoDB does not store: keys that begin with `$`, odd `_id`s, too deep nesting. */
export function refuseUnstorable(doc: Doc): void {
  const type = typeName(doc._id)
  if (type === 'array' || type === 'regex')
    throw new UpdateRefused(`The '_id' value cannot be of type ${type}`)
  refuseKeys(doc, '', 1)
}
