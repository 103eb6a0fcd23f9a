import { isDoc, type Value } from './values'

const INDEX = /^(0|[1-9]\d*)$/

export const isIndex = (part: string): boolean => INDEX.test(part)

const partsCache = new Map<string, readonly string[]>()

/** 'a.b' as ['a', 'b']. */
export function splitPath(path: string): readonly string[] {
  let parts = partsCache.get(path)
  if (parts === undefined) {
    if (partsCache.size > 5000) partsCache.clear()
    parts = path.split('.')
    partsCache.set(path, parts)
  }
  return parts
}

/**
 * Visits what a query path reaches, as MongoDB walks it: through arrays of documents, by position
 * where a part is a number, and `undefined` where a document lacks the field. An array in the
 * middle that holds no document is reached by nothing. Stops, and is true, when `visit` is true.
 */
export function someAt(
  value: Value,
  parts: readonly string[],
  visit: (leaf: Value) => boolean,
  from = 0,
): boolean {
  if (from === parts.length) return visit(value)
  const part = parts[from]!
  if (Array.isArray(value)) {
    if (isIndex(part)) {
      const at = Number(part)
      if (at < value.length && someAt(value[at], parts, visit, from + 1)) return true
    }
    for (const item of value) if (isDoc(item) && someAt(item, parts, visit, from)) return true
    return false
  }
  if (!isDoc(value)) return visit(undefined)
  return someAt(own(value, part), parts, visit, from + 1)
}

/** As `someAt`, and a leaf that is an array is visited element by element too. */
export function someValueAt(
  value: Value,
  parts: readonly string[],
  visit: (leaf: Value) => boolean,
): boolean {
  return someAt(value, parts, (leaf) => {
    if (Array.isArray(leaf)) for (const item of leaf) if (visit(item)) return true
    return visit(leaf)
  })
}

export const own = (doc: Record<string, Value>, key: string): Value =>
  Object.prototype.hasOwnProperty.call(doc, key) ? doc[key] : undefined
