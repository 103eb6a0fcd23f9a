import { someAt, splitPath } from './paths'
import { compareValues, type Doc, type Value } from './values'

export type Direction = 1 | -1
/** Fields in the order they count: [['at', -1], ['_id', 1]]. */
export type Order = readonly (readonly [string, Direction])[]

/** What a document sorts by: the least of an array's elements ascending, the greatest descending. */
function sortValue(doc: Value, parts: readonly string[], direction: Direction): Value {
  let best: Value
  let found = false
  const consider = (value: Value): void => {
    if (!found || compareValues(value, best) * direction < 0) best = value
    found = true
  }
  someAt(doc, parts, (leaf) => {
    if (!Array.isArray(leaf)) consider(leaf)
    else if (leaf.length > 0) leaf.forEach(consider)
    else consider(undefined)
    return false
  })
  return best
}

/** Sorts as MongoDB does; equal documents keep their order. */
export function sortDocs<T>(items: T[], order: Order, docOf: (item: T) => Doc): T[] {
  const fields = order.map(([path, direction]) => ({ parts: splitPath(path), direction }))
  const keyed = items.map((item) => {
    const doc = docOf(item)
    return { item, keys: fields.map((field) => sortValue(doc, field.parts, field.direction)) }
  })
  keyed.sort((a, b) => {
    for (let i = 0; i < fields.length; i++) {
      const compared = compareValues(a.keys[i], b.keys[i])
      if (compared !== 0) return compared * (fields[i] as { direction: Direction }).direction
    }
    return 0
  })
  return keyed.map(({ item }) => item)
}
