import { queryBounds, type Bound } from './bounds'
import { KEY_END, type Collection, type Index } from './collection'
import type { CellBounds } from './geo/cells'
import { isGeo } from './index-keys'
import { compareCuts, cutToBytes, encodeKey, invert, type Cut } from './key'
import type { Order } from './sort'
import { isDoc, type Doc } from './values'

/** A stretch of index keys, `low` included and `high` not; the order to keep begins after `prefix` bytes. */
export interface Interval {
  low: Buffer
  high: Buffer
  prefix: number
}

export interface Plan {
  /** Undefined: every document is read, in insertion order. */
  index: Index | undefined
  intervals: Interval[]
  /** The documents come in the order asked for, so that a limit stops early. */
  ordered: boolean
  reverse: boolean
  /** The alternatives of an `$or`, each by an index of its own, read one after another. */
  branches?: Plan[]
  /** The intervals are merged to keep the order; otherwise they are read one after another. */
  merge: boolean
}

interface Range {
  low: Cut
  high: Cut
}

const MAX_INTERVALS = 1000
const MAX_MERGED = 64
const SAMPLE = 1000

/** Whether two bounds must be met by one and the same value, given the arrays on the way to both. */
function sameElement(a: Bound, b: Bound, arrays: Iterable<string>): boolean {
  for (const path of arrays) {
    const element = a.element !== undefined && a.element === b.element ? a.element.path : undefined
    if (element !== path && !element?.startsWith(`${path}.`)) return false
  }
  return true
}

/** Whether this bound may be used beside those already used on earlier fields of the index. */
function compatible(
  index: Index,
  field: number,
  bound: Bound,
  used: (Bound | undefined)[],
): boolean {
  return used.every((earlier, i) => {
    if (earlier === undefined) return true
    const shared = [...index.arrays[field]!].filter((path) => index.arrays[i]?.has(path))
    return sameElement(bound, earlier, shared)
  })
}

function rangeOf(index: Index, field: number, bounds: Bound[]): Range | undefined {
  const ranges = bounds.filter((bound) => bound.low && bound.high)
  const [first] = ranges
  if (first === undefined) return undefined
  let low = first.low!
  let high = first.high!
  for (const other of ranges.slice(1)) {
    // On an array two bounds may be met by two elements, unless one $elemMatch holds both.
    if (!sameElement(first, other, index.arrays[field]!)) continue
    if (compareCuts(other.low!, low) > 0) low = other.low!
    if (compareCuts(other.high!, high) < 0) high = other.high!
  }
  return { low, high }
}

const reversed = ({ low, high }: Range): Range => ({ low: descending(high), high: descending(low) })

const descending = (cut: Cut): Cut => ({ bytes: invert(cut.bytes), above: !cut.above })

function interval(prefix: Buffer, low: Cut | undefined, high: Cut | undefined): Interval {
  const bound = (cut: Cut): Buffer | undefined =>
    cutToBytes({ bytes: Buffer.concat([prefix, cut.bytes]), above: cut.above })
  return {
    low: (low ? bound(low) : prefix) ?? KEY_END,
    high: (high ? bound(high) : cutToBytes({ bytes: prefix, above: true })) ?? KEY_END,
    prefix: prefix.length,
  }
}

/** Which way the index must be read to give the order, or undefined when it can't. */
function readingOrder(
  index: Index,
  equal: number,
  single: boolean,
  order: Order,
): boolean | undefined {
  // An array that holds the value equalled may still sort by another of its elements.
  const fixed = new Set(
    index.spec.keys
      .slice(0, equal)
      .filter((_, field) => index.arrays[field]?.size === 0)
      .map(([path]) => path),
  )
  const left = single ? order.filter(([path]) => !fixed.has(path)) : [...order]
  const fields = index.spec.keys.slice(equal)
  if (left.length > fields.length) return undefined
  let reverse: boolean | undefined
  for (let i = 0; i < left.length; i++) {
    const [path, direction] = left[i]!
    const [field, declared] = fields[i]!
    if (path !== field || (index.arrays[equal + i]?.size ?? 0) > 0) return undefined
    const backwards = direction !== declared
    if (reverse !== undefined && reverse !== backwards) return undefined
    reverse = backwards
  }
  return reverse ?? false
}

/** The stretches of a geo index that hold some cells: those that begin with a name, and a few exactly. */
function cellCuts({ prefixes, exact }: CellBounds): Range[] {
  const begun = (name: string): Buffer => encodeKey(name).subarray(0, Buffer.byteLength(name) + 1)
  const stretch = (bytes: Buffer) => ({
    low: { bytes, above: false },
    high: { bytes, above: true },
  })
  return [
    ...prefixes.map((name) => stretch(begun(name))),
    ...exact.map((name) => stretch(encodeKey(name))),
  ]
}

interface Candidate extends Plan {
  index: Index
  bounded: number
}

function candidate(index: Index, bounds: Bound[], order: Order): Candidate {
  let prefixes: Buffer[] = [Buffer.alloc(0)]
  const used: (Bound | undefined)[] = []
  let equal = 0
  let last: Range[] | undefined
  for (const [field, [path, direction]] of index.spec.keys.entries()) {
    const here = bounds.filter(
      (bound) => bound.path === path && compatible(index, field, bound, used),
    )
    if (isGeo(direction)) {
      const geo = here.find((bound) => bound.cells !== undefined)
      if (geo?.cells) last = cellCuts(geo.cells)
      break
    }
    const points = here
      .filter((bound) => bound.points !== undefined)
      .sort((a, b) => (a.points?.length ?? 0) - (b.points?.length ?? 0))[0]
    if (points?.points && points.points.length * prefixes.length <= MAX_INTERVALS) {
      const keys = uniqueKeys(points.points.map((value) => encodeKey(value, direction)))
      prefixes = prefixes.flatMap((prefix) => keys.map((key) => Buffer.concat([prefix, key])))
      used[field] = points
      equal++
      continue
    }
    const cuts = here.find((bound) => bound.cuts !== undefined)?.cuts
    if (cuts) {
      last = direction === 1 ? cuts : cuts.map(reversed)
      break
    }
    const range = rangeOf(index, field, here)
    if (range) last = [direction === 1 ? range : reversed(range)]
    break
  }
  const intervals = prefixes
    .sort((a, b) => Buffer.compare(a, b))
    .flatMap((prefix) => (last ?? [undefined]).map((cut) => interval(prefix, cut?.low, cut?.high)))
    .filter(({ low, high }) => Buffer.compare(low, high) < 0)
  const byPlace = index.spec.keys.some(([, direction]) => isGeo(direction))
  const reverse =
    order.length > 0 && prefixes.length <= MAX_MERGED && !byPlace
      ? readingOrder(index, equal, prefixes.length === 1, order)
      : undefined
  return {
    index,
    intervals,
    ordered: order.length === 0 || reverse !== undefined,
    reverse: reverse ?? false,
    merge: intervals.length > 1 && reverse !== undefined,
    // An index by place lacks the documents without one: it serves only queries for a place.
    bounded: byPlace && !last ? 0 : equal + (last ? 1 : 0),
  }
}

const uniqueKeys = (keys: Buffer[]): Buffer[] => [
  ...new Map(keys.map((key) => [key.toString('latin1'), key])).values(),
]

function cost(collection: Collection, plan: Candidate, order: Order, wanted: number): number {
  let entries = 0
  for (const { low, high } of plan.intervals) {
    if (entries >= SAMPLE) break
    entries += collection.estimate(plan.index, low, high, SAMPLE - entries)
  }
  const sorts = order.length > 0 && !plan.ordered
  return sorts ? entries : Math.min(entries, Math.max(wanted, 1)) + entries / 1e4
}

/** A plan for each alternative of an `$or`, when every one of them has an index. */
function alternatives(collection: Collection, query: Doc): Plan[] | undefined {
  const { $or: clauses, ...rest } = query
  if (!Array.isArray(clauses)) {
    const parts = Array.isArray(query.$and) ? query.$and.filter(isDoc) : []
    const part = parts.find((one) => Array.isArray(one.$or))
    return part && alternatives(collection, part)
  }
  const plans = clauses
    .filter(isDoc)
    .map((clause) => choosePlan(collection, { $and: [rest, clause] }, [], Infinity))
  return plans.every((plan) => plan.index ?? plan.branches) ? plans : undefined
}

/**
 * Chooses the index that reads the fewest documents for a query, an order and a number of documents
 * wanted (Infinity for all); a scan when no index bounds the query or gives its order.
 */
export function choosePlan(collection: Collection, query: Doc, order: Order, wanted: number): Plan {
  const scan: Plan = {
    index: undefined,
    intervals: [],
    ordered: order.length === 0,
    reverse: false,
    merge: false,
  }
  const bounds = queryBounds(query)
  const useful = [collection.idIndex, ...collection.indexes]
    .map((index) => candidate(index, bounds, order))
    .filter((plan) => plan.bounded > 0 || (order.length > 0 && plan.ordered))
  const [only] = useful
  if (!useful.some(({ bounded }) => bounded > 0)) {
    const branches = alternatives(collection, query)
    if (branches) return { ...scan, branches }
  }
  if (only === undefined) return scan
  const byId = useful.find(({ index, bounded }) => index === collection.idIndex && bounded > 0)
  if (byId?.intervals.every(({ prefix }) => prefix > 0)) return byId
  if (useful.length === 1) return only
  const costed = useful.map((plan) => ({ plan, cost: cost(collection, plan, order, wanted) }))
  costed.sort((a, b) => b.plan.bounded - a.plan.bounded)
  // With conditions the order alone does not answer, reading in order may pass over most documents.
  const bounded = costed.filter(({ plan }) => plan.bounded > 0)
  const pool = bounded.length > 0 && Object.keys(query).length > 0 ? bounded : costed
  return pool.reduce((best, other) => (other.cost < best.cost ? other : best)).plan
}
