import type { Collection, Index } from './collection'
import { indexEntries, isGeo } from './index-keys'
import type { Row } from './row-cache'
import type { Doc } from './values'

/** A document as a transaction wrote it; null when it removed it. */
export interface Written {
  id: Buffer
  doc: Doc | null
}

/** What happened to a document while transactions were open. */
export interface History {
  changedAt: number
  /** The row as it stood before version `until`; null when it did not exist. */
  images: { until: number; row: Row | null }[]
}

/** What of a collection a transaction sees otherwise than it stands. */
export interface KeyView {
  own: ReadonlyMap<string, Written>
  history: ReadonlyMap<string, History> | undefined
  snapshot: number
  /** The document it writes. */
  hex: string
  /** Whether one of its earlier writes took or freed this key. */
  touched: boolean
}

const keysOf = (doc: Doc | null, index: Index): Buffer[] =>
  doc === null ? [] : indexEntries(doc, index.spec).keys

const has = (keys: readonly Buffer[], key: Buffer): boolean => keys.some((one) => one.equals(key))

/**
 * The keys of unique indexes that a document takes and frees when it changes. Throws UpdateRefused for
 * what one of its indexes can't hold.
 */
export function changedKeys(
  collection: Collection,
  before: Doc | null,
  after: Doc | null,
): { index: Index; taken: Buffer[]; freed: Buffer[] }[] {
  return collection.indexes.flatMap((index) => {
    const { keys, unique } = index.spec
    // An index of one plain field holds every document.
    if (!unique && keys.length === 1 && !isGeo(keys[0]![1])) return []
    const fresh = keysOf(after, index)
    if (!unique) return []
    const old = keysOf(before, index)
    const taken = fresh.filter((key) => !has(old, key))
    const freed = old.filter((key) => !has(fresh, key))
    return [{ index, taken, freed }]
  })
}

/**
 * Whether a key may be taken by the transaction with this view: 'free', or 'changed' when others took
 * or freed it after its snapshot. Throws DuplicateKey when the transaction sees it taken.
 */
export function keyHolder(
  collection: Collection,
  index: Index,
  key: Buffer,
  { own, history, snapshot, hex, touched }: KeyView,
): 'free' | 'changed' {
  if (touched)
    for (const [other, { doc }] of own)
      if (other !== hex && has(keysOf(doc, index), key)) throw collection.duplicate(index, doc!)
  for (const row of collection.withKey(index, key)) {
    const other = row.id.toString('hex')
    const written = own.get(other)
    if (written === undefined && (history?.get(other)?.changedAt ?? 0) > snapshot) return 'changed'
    const doc = written === undefined ? row.doc : written.doc
    if (has(keysOf(doc, index), key)) throw collection.duplicate(index, doc!)
  }
  for (const [other, { changedAt, images }] of history ?? []) {
    if (changedAt <= snapshot || own.has(other)) continue
    const seen = images.find(({ until }) => until > snapshot)?.row
    if (seen && has(keysOf(seen.doc, index), key)) return 'changed'
  }
  return 'free'
}
