import type { Collection } from './collection'
import { isGeo } from './index-keys'
import type { Matcher } from './match'
import type { Interval, Plan } from './plan'
import type { Row } from './row-cache'

interface Entry {
  key: Buffer
  seq: number
}

/** Reads one interval of an index in chunks that double, so that a small limit reads little. */
function* readInterval(
  collection: Collection,
  plan: Plan,
  { low, high }: Interval,
  first: number,
): Generator<Entry> {
  const index = plan.index!
  let size = first
  // A seq of -1 lies below every entry of its key: forwards the bound is included, backwards it is not.
  let from: Entry = { key: plan.reverse ? high : low, seq: -1 }
  for (;;) {
    const entries = collection.entries(index, from, plan.reverse ? low : high, plan.reverse, size)
    yield* entries
    if (entries.length < size) return
    from = entries[entries.length - 1] as Entry
    size = Math.min(size * 2, 2000)
  }
}

/** Merges intervals by what follows their equality prefix, so that `$in` keeps the order of the rest. */
function* merged(
  sources: { entries: Generator<Entry>; prefix: number }[],
  reverse: boolean,
): Generator<Entry> {
  const heads = sources
    .map((source) => ({ ...source, head: source.entries.next() }))
    .filter(({ head }) => !head.done)
  while (heads.length > 0) {
    let best = 0
    for (let i = 1; i < heads.length; i++) {
      const a = heads[i]!
      const b = heads[best]!
      const order = Buffer.compare(
        (a.head.value as Entry).key.subarray(a.prefix),
        (b.head.value as Entry).key.subarray(b.prefix),
      )
      if (reverse ? order > 0 : order < 0) best = i
    }
    const chosen = heads[best]!
    yield chosen.head.value as Entry
    chosen.head = chosen.entries.next()
    if (chosen.head.done) heads.splice(best, 1)
  }
}

function* oneByOne(sources: { entries: Generator<Entry> }[]): Generator<Entry> {
  for (const { entries } of sources) yield* entries
}

function* candidates(collection: Collection, plan: Plan, first: number): Generator<Row> {
  if (plan.branches) {
    const seen = new Set<number>()
    for (const branch of plan.branches)
      for (const row of candidates(collection, branch, first)) {
        if (seen.has(row.seq)) continue
        seen.add(row.seq)
        yield row
      }
    return
  }
  if (plan.index === undefined) {
    let after = 0
    for (;;) {
      const rows = collection.scan(after, 500)
      yield* rows
      if (rows.length < 500) return
      after = rows[rows.length - 1]!.seq
    }
  }
  const sources = plan.intervals.map((one) => ({
    entries: readInterval(collection, plan, one, first),
    prefix: one.prefix,
  }))
  const entries = plan.merge ? merged(sources, plan.reverse) : oneByOne(sources)
  const { arrays, spec } = plan.index
  const many = arrays.some((paths) => paths.size > 0) || spec.keys.some(([, by]) => isGeo(by))
  const repeats = many ? new Set<number>() : undefined
  for (const { seq } of entries) {
    if (repeats?.has(seq)) continue
    repeats?.add(seq)
    const row = collection.bySeq(seq)
    if (row) yield row
  }
}

/** The documents a plan reads that match, in the plan's order. `examined` counts those read. */
export function* readRows(
  collection: Collection,
  plan: Plan,
  matches: Matcher,
  wanted: number,
  examined: { documents: number },
): Generator<Row> {
  const first = Number.isFinite(wanted) ? Math.min(Math.max(wanted, 8), 1000) : 1000
  for (const row of candidates(collection, plan, first)) {
    examined.documents++
    if (matches(row.doc)) yield row
  }
}
