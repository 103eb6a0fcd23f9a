import { Collection, type ChangeListener, type Index } from './collection'
import { DataError, openData, type OpenData } from './data-file'
import { DuplicateKey } from './errors'
import type { IndexSpec } from './index-keys'
import { RowCache } from './row-cache'
import type { Sql } from './sql'

export { DataError }

/** All collections, in one SQLite file (or in memory), held by this process alone. */
export class Store {
  readonly collections = new Map<string, Collection>()
  /** The data file; others keep tables of their own in it. */
  readonly sql: Sql
  private readonly data: OpenData
  private readonly cache = new RowCache()
  private changed = false

  /** `data` is a directory, made where it lacks, or ':memory:'. Throws DataError. */
  constructor(
    data: string,
    private readonly listener: ChangeListener,
  ) {
    this.data = openData(data)
    this.sql = this.data.sql
    this.load()
  }

  /** All changes of `work` are kept, or none. */
  atomic<T>(work: () => T): T {
    this.changed = false
    try {
      return this.sql.atomic(work)
    } catch (error) {
      // What was changed and then undone may stand in the cache.
      if (this.changed) this.cache.clear()
      throw error
    }
  }

  getMeta(name: string): string | undefined {
    return this.sql.prepare('SELECT value FROM meta WHERE name = ?').row<[string]>(name)?.[0]
  }

  setMeta(name: string, value: string): void {
    this.sql.prepare('INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)').run(name, value)
  }

  /** Makes a collection; false when it is there already. */
  createCollection(name: string): boolean {
    if (this.collections.has(name)) return false
    this.sql.atomic(() => {
      const { lastInsertRowid: number } = this.sql
        .prepare('INSERT INTO collections (name) VALUES (?)')
        .run(name)
      this.sql.exec(
        `CREATE TABLE c${number} (seq INTEGER PRIMARY KEY AUTOINCREMENT, id BLOB NOT NULL UNIQUE, body TEXT NOT NULL)`,
      )
      this.collections.set(name, this.collection(name, number, []))
    })
    return true
  }

  /** Makes the indexes of a collection exactly these: others are dropped, new ones are built. */
  declareIndexes(name: string, specs: IndexSpec[]): void {
    const collection = this.collections.get(name)!
    const wanted = new Map(specs.map((spec) => [spec.name, JSON.stringify(normal(spec))]))
    for (const index of [...collection.indexes]) {
      if (wanted.get(index.spec.name) === JSON.stringify(normal(index.spec))) continue
      this.atomic(() => {
        this.sql.exec(`DROP TABLE ${index.table}`)
        this.sql.prepare('DELETE FROM indexes WHERE number = ?').run(Number(index.table.slice(1)))
      })
      collection.indexes.splice(collection.indexes.indexOf(index), 1)
    }
    for (const spec of specs)
      if (!collection.indexes.some((index) => index.spec.name === spec.name))
        this.buildIndex(collection, normal(spec))
  }

  /** Removes a collection with its documents and indexes. */
  dropCollection(name: string): void {
    const { number, indexes } = this.collections.get(name)!
    this.sql.atomic(() => {
      for (const { table } of indexes) this.sql.exec(`DROP TABLE ${table}`)
      this.sql.exec(`DROP TABLE c${number}`)
      this.sql.prepare('DELETE FROM indexes WHERE collection = ?').run(number)
      this.sql.prepare('DELETE FROM collections WHERE number = ?').run(number)
    })
    this.collections.delete(name)
    this.cache.clear()
  }

  /** Removes every document of every collection. */
  clear(): void {
    this.sql.atomic(() => {
      for (const { number, indexes } of this.collections.values()) {
        this.sql.exec(`DELETE FROM c${number}`)
        for (const { table } of indexes) this.sql.exec(`DELETE FROM ${table}`)
      }
    })
    this.cache.clear()
  }

  close(): void {
    this.data.close()
  }

  private buildIndex(collection: Collection, spec: IndexSpec): void {
    try {
      this.atomic(() => {
        const { lastInsertRowid: number } = this.sql
          .prepare('INSERT INTO indexes (collection, name, spec, arrays) VALUES (?, ?, ?, ?)')
          .run(collection.number, spec.name, JSON.stringify(spec), '[]')
        this.sql.exec(
          `CREATE TABLE i${number} (key BLOB NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (key, seq)) WITHOUT ROWID`,
        )
        const index = indexHandle(spec, number, [])
        collection.build(index)
        collection.indexes.push(index)
      })
    } catch (error) {
      if (!(error instanceof DuplicateKey)) throw error
      throw new DataError(
        `The unique index ${spec.name} of ${collection.name} can't be built: ${error.message}.`,
      )
    }
  }

  private load(): void {
    const indexes = this.sql
      .prepare('SELECT number, collection, spec, arrays FROM indexes')
      .rows<[number, number, string, string]>()
    for (const [number, name] of this.sql
      .prepare('SELECT number, name FROM collections')
      .rows<[number, string]>()) {
      const own = indexes
        .filter(([, collection]) => collection === number)
        .map(([table, , spec, arrays]) =>
          indexHandle(JSON.parse(spec) as IndexSpec, table, JSON.parse(arrays) as string[][]),
        )
      this.collections.set(name, this.collection(name, number, own))
    }
  }

  private collection(name: string, number: number, indexes: Index[]): Collection {
    const listener: ChangeListener = {
      changing: (changing, id, before) => {
        this.changed = true
        this.listener.changing(changing, id, before)
      },
      taking: (taking, index, key) => this.listener.taking(taking, index, key),
    }
    return new Collection(name, number, indexes, this.sql, this.cache, listener, (_, index) => {
      this.sql
        .prepare('UPDATE indexes SET arrays = ? WHERE number = ?')
        .run(JSON.stringify(index.arrays.map((paths) => [...paths])), Number(index.table.slice(1)))
    })
  }
}

const normal = (spec: IndexSpec): IndexSpec => ({
  name: spec.name,
  keys: spec.keys.map(([path, direction]) => [path, direction]),
  unique: spec.unique === true,
})

const indexHandle = (spec: IndexSpec, number: number, arrays: string[][]): Index => ({
  spec,
  table: `i${number}`,
  keyColumn: 'key',
  arrays: spec.keys.map((_, field) => new Set(arrays[field])),
})
