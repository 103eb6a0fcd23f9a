import { EMPTY_ARRAY, encodeKey, type IndexValue } from './key'
import { isDoc, type Value } from './values'
import { UpdateRefused } from './errors'
import { storedCells } from './geo/cells'
import { shapesAt } from './geo/geo-query'
import { badGeometry } from './geo/shape'
import { own, someAt, splitPath } from './paths'

/** A declared index: `keys` in order, 1 ascending, -1 descending, '2dsphere' by place. */
export interface IndexSpec {
  name: string
  keys: [string, 1 | -1 | '2dsphere'][]
  unique?: boolean
}

export interface IndexEntries {
  keys: Buffer[]
  /** Per index field, the paths that are arrays in this document: 'claims' for 'claims.from'. */
  arrays: Set<string>[]
}

interface Pending {
  field: number
  value: Value
  rest: readonly string[]
  path: string
}

/** Walks each field to its end or to the first array; the arrays met must be one and the same. */
function expand(
  pending: Pending[],
  settled: IndexValue[],
  arrays: Set<string>[],
  out: IndexValue[][],
) {
  const atArray: Pending[] = []
  let arrayPath: string | undefined
  let items: Value[] = []
  for (const { field, value, rest, path } of pending) {
    let current = value
    let left = rest
    let walked = path
    while (left.length > 0 && isDoc(current)) {
      current = own(current, left[0]!)
      walked = walked === '' ? left[0]! : `${walked}.${left[0]!}`
      left = left.slice(1)
    }
    if (!Array.isArray(current)) {
      settled[field] = left.length > 0 ? undefined : current
      continue
    }
    if (arrayPath !== undefined && arrayPath !== walked)
      throw new UpdateRefused(`cannot index parallel arrays [${walked}] [${arrayPath}]`)
    arrayPath = walked
    items = current
    arrays[field]?.add(walked)
    atArray.push({ field, value: current, rest: left, path: walked })
  }
  if (atArray.length === 0) {
    out.push(settled)
    return
  }
  if (items.length === 0) {
    for (const { field, rest } of atArray)
      settled[field] = rest.length > 0 ? undefined : EMPTY_ARRAY
    out.push(settled)
    return
  }
  for (const item of items) {
    const next = [...settled]
    const deeper: Pending[] = []
    for (const { field, rest, path } of atArray)
      // An array inside an array is indexed whole, as MongoDB does.
      if (rest.length === 0) next[field] = item
      else if (isDoc(item)) deeper.push({ field, value: item, rest, path })
      else next[field] = undefined
    expand(deeper, next, arrays, out)
  }
}

export const isGeo = (direction: 1 | -1 | '2dsphere'): direction is '2dsphere' =>
  direction === '2dsphere'

/** The cells of the geometries at a path. Throws UpdateRefused for what is no geometry. */
function cellsAt(doc: Value, path: string): string[] {
  const parts = splitPath(path)
  someAt(doc, parts, (leaf) => {
    const isList = Array.isArray(leaf) && typeof leaf[0] === 'object'
    for (const item of isList ? leaf : [leaf]) {
      const problem = badGeometry(item)
      if (problem !== undefined)
        throw new UpdateRefused(`Can't extract geo keys: ${JSON.stringify(item)} ${problem}`)
    }
    return false
  })
  return storedCells(shapesAt(doc, parts))
}

/** A geo index holds one entry for each cell, and none for a document without a geometry. */
function withCells(doc: Value, spec: IndexSpec, tuples: IndexValue[][], arrays: Set<string>[]) {
  return spec.keys.reduce((rows, [path, direction], field) => {
    if (!isGeo(direction)) return rows
    const cells = cellsAt(doc, path)
    if (cells.length > 1) arrays[field]!.add(path)
    return rows.flatMap((row) =>
      cells.map((cell) => {
        const next = [...row]
        next[field] = cell
        return next
      }),
    )
  }, tuples)
}

/** The entries of one document: one for each array element the index reaches, without repeats. */
export function indexEntries(doc: Value, spec: IndexSpec): IndexEntries {
  const arrays = spec.keys.map(() => new Set<string>())
  const tuples: IndexValue[][] = []
  const pending = spec.keys.flatMap(([path, direction], field) =>
    isGeo(direction) ? [] : [{ field, value: doc, rest: splitPath(path), path: '' }],
  )
  expand(
    pending,
    spec.keys.map(() => undefined),
    arrays,
    tuples,
  )
  const keys = withCells(doc, spec, tuples, arrays).map((tuple) =>
    Buffer.concat(
      tuple.map((value, i) => {
        const direction = spec.keys[i]?.[1] ?? 1
        return encodeKey(value, isGeo(direction) ? 1 : direction)
      }),
    ),
  )
  if (keys.length < 2) return { keys, arrays }
  const unique = new Map(keys.map((key) => [key.toString('latin1'), key]))
  return { keys: [...unique.values()], arrays }
}
