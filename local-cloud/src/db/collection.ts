import { decodeText, encodeText } from './ejson'
import { DuplicateKey } from './errors'
import { indexEntries, type IndexEntries, type IndexSpec, isGeo } from './index-keys'
import { cutToBytes, encodeKey } from './key'
import { own, splitPath } from './paths'
import type { Row, RowCache } from './row-cache'
import type { Sql } from './sql'
import type { Doc, Value } from './values'

/** An index and where its entries are. `arrays` are, per field, the array paths seen in any document. */
export interface Index {
  spec: IndexSpec
  table: string
  keyColumn: string
  arrays: Set<string>[]
}

/** Hears of changes before they are made, and may throw to prevent one. */
export interface ChangeListener {
  /** A document changes: `before` is null when it did not exist. */
  changing: (collection: Collection, id: Buffer, before: Row | null) => void
  /** A plain write takes a key of a unique index. */
  taking: (collection: Collection, index: Index, key: Buffer) => void
}

export interface WriteOptions {
  /** The document as Extended JSON, when it is known already. */
  text?: string
  /** A commit: its keys were seen to be free at its writes and held since, whatever order it writes in. */
  settled?: boolean
}

/** Above every index key. */
export const KEY_END = Buffer.from([0xff])

const printKey = (doc: Doc, spec: IndexSpec): string =>
  spec.keys
    .map(([path]) => {
      let value: Value = doc
      for (const part of splitPath(path))
        value = typeof value === 'object' && value !== null ? own(value as Doc, part) : undefined
      return `${path}: ${value === undefined ? 'null' : JSON.stringify(value)}`
    })
    .join(', ')

/** The documents of one collection and the entries of its indexes, kept together. */
export class Collection {
  readonly idIndex: Index

  constructor(
    readonly name: string,
    readonly number: number,
    readonly indexes: Index[],
    private readonly sql: Sql,
    private readonly cache: RowCache,
    private readonly listener: ChangeListener,
    private readonly onMultikey: (collection: Collection, index: Index) => void,
  ) {
    this.idIndex = {
      spec: { name: '_id_', keys: [['_id', 1]], unique: true },
      table: `c${number}`,
      keyColumn: 'id',
      arrays: [new Set()],
    }
  }

  count(): number {
    return this.sql.prepare(`SELECT count(*) FROM c${this.number}`).row<[number]>()![0]
  }

  bySeq(seq: number): Row | undefined {
    const key = `${this.number}:${seq}`
    const cached = this.cache.get(key)
    if (cached) return cached
    const found = this.sql
      .prepare(`SELECT id, body FROM c${this.number} WHERE seq = ?`)
      .row<[Buffer, string]>(seq)
    if (found === undefined) return undefined
    const row = { seq, id: found[0], text: found[1], doc: decodeText(found[1]) as Doc }
    this.cache.set(key, row)
    return row
  }

  byId(id: Buffer): Row | undefined {
    const found = this.sql.prepare(`SELECT seq FROM c${this.number} WHERE id = ?`).row<[number]>(id)
    return found && this.bySeq(found[0])
  }

  /** The next documents in insertion order. */
  scan(after: number, limit: number): Row[] {
    const found = this.sql
      .prepare(`SELECT seq, id, body FROM c${this.number} WHERE seq > ? ORDER BY seq LIMIT ?`)
      .rows<[number, Buffer, string]>(after, limit)
    return found.map(
      ([seq, id, text]) =>
        this.cache.get(`${this.number}:${seq}`) ?? { seq, id, text, doc: decodeText(text) as Doc },
    )
  }

  /** Entries of an index from (key, seq), not included, towards `end`. */
  entries(
    index: Index,
    from: { key: Buffer; seq: number },
    end: Buffer,
    reverse: boolean,
    limit: number,
  ): { key: Buffer; seq: number }[] {
    const key = index.keyColumn
    const sql = reverse
      ? `SELECT ${key}, seq FROM ${index.table} WHERE (${key}, seq) < (?, ?) AND ${key} >= ? ORDER BY ${key} DESC, seq DESC LIMIT ?`
      : `SELECT ${key}, seq FROM ${index.table} WHERE (${key}, seq) > (?, ?) AND ${key} < ? ORDER BY ${key}, seq LIMIT ?`
    return this.sql
      .prepare(sql)
      .rows<[Buffer, number]>(from.key, from.seq, end, limit)
      .map((row) => ({ key: row[0], seq: row[1] }))
  }

  /** How many entries lie in [low, high), counted no further than `cap`. */
  estimate(index: Index, low: Buffer, high: Buffer, cap: number): number {
    const key = index.keyColumn
    const sql = `SELECT count(*) FROM (SELECT 1 FROM ${index.table} WHERE ${key} >= ? AND ${key} < ? LIMIT ?)`
    return this.sql.prepare(sql).row<[number]>(low, high, cap)![0]
  }

  /** How many documents have this value at the path, by an index that begins with it; undefined without one. */
  countByIndex(path: string, value: Value): number | undefined {
    const index = [this.idIndex, ...this.indexes].find(({ spec }) => spec.keys[0]?.[0] === path)
    const direction = index?.spec.keys[0]?.[1]
    if (!index || direction === undefined || isGeo(direction)) return undefined
    const low = encodeKey(value, direction)
    const high = cutToBytes({ bytes: low, above: true }) ?? KEY_END
    const key = index.keyColumn
    const sql = `SELECT count(DISTINCT seq) FROM ${index.table} WHERE ${key} >= ? AND ${key} < ?`
    return this.sql.prepare(sql).row<[number]>(low, high)![0]
  }

  /** Throws DuplicateKey when the `_id` or a unique index is taken. */
  insert(doc: Doc, { text = encodeText(doc), settled = false }: WriteOptions = {}): Row {
    const id = encodeKey(doc._id)
    if (this.sql.prepare(`SELECT 1 FROM c${this.number} WHERE id = ?`).row(id))
      throw this.duplicate(this.idIndex, doc)
    const entries = this.indexes.map((index) => indexEntries(doc, index.spec))
    if (!settled) this.refuseDuplicates(doc, entries, -1)
    this.listener.changing(this, id, null)
    const { lastInsertRowid: seq } = this.sql
      .prepare(`INSERT INTO c${this.number} (id, body) VALUES (?, ?)`)
      .run(id, text)
    this.indexes.forEach((index, i) => this.addEntries(index, entries[i]!, seq))
    const row = { seq, id, text, doc }
    this.cache.set(`${this.number}:${seq}`, row)
    return row
  }

  /** Replaces the document of a row; its `_id` stays. Throws DuplicateKey as `insert` does. */
  replace(row: Row, doc: Doc, options: WriteOptions = {}): void {
    const { text = encodeText(doc), settled = false } = options
    if (text === row.text) return
    const before = this.indexes.map((index) => indexEntries(row.doc, index.spec))
    const after = this.indexes.map((index) => indexEntries(doc, index.spec))
    if (!settled) this.refuseDuplicates(doc, after, row.seq)
    this.listener.changing(this, row.id, row)
    this.sql.prepare(`UPDATE c${this.number} SET body = ? WHERE seq = ?`).run(text, row.seq)
    this.indexes.forEach((index, i) => {
      const old = before[i]!
      const fresh = after[i]!
      const same =
        old.keys.length === fresh.keys.length &&
        old.keys.every((key, k) => key.equals(fresh.keys[k]!))
      if (same) return
      this.removeEntries(index, old, row.seq)
      this.addEntries(index, fresh, row.seq)
    })
    this.cache.set(`${this.number}:${row.seq}`, { seq: row.seq, id: row.id, text, doc })
  }

  remove(row: Row): void {
    this.listener.changing(this, row.id, row)
    for (const index of this.indexes)
      this.removeEntries(index, indexEntries(row.doc, index.spec), row.seq)
    this.sql.prepare(`DELETE FROM c${this.number} WHERE seq = ?`).run(row.seq)
    this.cache.delete(`${this.number}:${row.seq}`)
  }

  /** The documents that have a key of an index. */
  withKey(index: Index, key: Buffer): Row[] {
    return this.sql
      .prepare(`SELECT seq FROM ${index.table} WHERE key = ?`)
      .rows<[number]>(key)
      .map(([seq]) => this.bySeq(seq)!)
  }

  /** What is told of a document whose key in a unique index is taken. */
  duplicate({ spec }: Index, doc: Doc): DuplicateKey {
    return new DuplicateKey(this.name, spec.name, printKey(doc, spec))
  }

  /** Fills a new index from the documents. Throws DuplicateKey where a unique one can't be built. */
  build(index: Index): void {
    let after = 0
    for (;;) {
      const rows = this.scan(after, 500)
      for (const { doc, seq } of rows) {
        const entries = indexEntries(doc, index.spec)
        if (index.spec.unique) this.refuseTaken(index, doc, entries, seq)
        this.addEntries(index, entries, seq)
        after = seq
      }
      if (rows.length < 500) return
    }
  }

  private refuseDuplicates(doc: Doc, entries: IndexEntries[], seq: number): void {
    this.indexes.forEach((index, i) => {
      if (index.spec.unique) this.refuseTaken(index, doc, entries[i]!, seq)
    })
  }

  private refuseTaken(index: Index, doc: Doc, entries: IndexEntries, seq: number): void {
    const taken = this.sql.prepare(`SELECT 1 FROM ${index.table} WHERE key = ? AND seq <> ?`)
    for (const key of entries.keys) {
      this.listener.taking(this, index, key)
      if (taken.row(key, seq)) throw this.duplicate(index, doc)
    }
  }

  private addEntries(index: Index, entries: IndexEntries, seq: number): void {
    const add = this.sql.prepare(`INSERT INTO ${index.table} (key, seq) VALUES (?, ?)`)
    for (const key of entries.keys) add.run(key, seq)
    let grown = false
    entries.arrays.forEach((paths, field) => {
      for (const path of paths) {
        if (index.arrays[field]?.has(path)) continue
        index.arrays[field]?.add(path)
        grown = true
      }
    })
    if (grown) this.onMultikey(this, index)
  }

  private removeEntries(index: Index, entries: IndexEntries, seq: number): void {
    const remove = this.sql.prepare(`DELETE FROM ${index.table} WHERE key = ? AND seq = ?`)
    for (const key of entries.keys) remove.run(key, seq)
  }
}
