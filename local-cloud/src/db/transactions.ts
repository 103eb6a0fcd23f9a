import { randomBytes } from 'node:crypto'
import type { Collection, Index } from './collection'
import { transactionConflict, transactionGone, type CloudError } from './errors'
import type { Row } from './row-cache'
import { changedKeys, keyHolder, type History, type Written } from './transaction-keys'
import type { Doc } from './values'

/**
 * When the loser of a conflict hears of it. 'write': at its write, as the real cloud was seen to do,
 * and it is aborted. 'commit': it goes on alone and its commit fails, once the winner has ended.
 */
export type ConflictsAt = 'write' | 'commit'

/** An open transaction: what it wrote waits here until commit. Its life is 30 s of real time. */
export interface Transaction {
  id: string
  /** Who opened it: a killed invocation's transactions are aborted. */
  owner: string
  /** The version of the data it sees, set by its first operation. */
  snapshot: number | undefined
  /** By collection, then by the hex of the `_id` key: the document as written, null when removed. */
  writes: Map<string, Map<string, Written>>
  /** The names of its locks. */
  held: Set<string>
  /** Whom it lost against, where it hears of that at commit only; 'past' when that one had ended. */
  lostTo: Transaction | 'past' | undefined
  /** Settled when it holds no lock any more. */
  released: Promise<void>
}

/** Thrown where something waits for an open transaction: wait for `released`, try again. */
export class Locked extends Error {
  constructor(
    readonly released: Promise<void>,
    /** What is answered when it takes too long. */
    readonly late?: CloudError,
  ) {
    super('locked')
  }
}

const LIFE_MS = 30_000

const documentLock = (collection: string, hex: string): string => `${collection}\0${hex}`
const keyLock = (collection: string, index: string, key: Buffer): string =>
  `${collection}\0${index}\0${key.toString('hex')}`

interface Open {
  transaction: Transaction
  timer: NodeJS.Timeout
  release: () => void
}

/**
 * Snapshot isolation over a store that knows only the present: while transactions are open, the
 * previous versions of what changes are kept, and the first to write a document, or to take or free a
 * key of a unique index, holds it.
 */
export class Transactions {
  private readonly open = new Map<string, Open>()
  private readonly locks = new Map<string, Transaction>()
  private readonly history = new Map<string, Map<string, History>>()
  private version = 1

  constructor(private readonly conflictsAt: ConflictsAt = 'write') {}

  start(owner: string): Transaction {
    let release: () => void = () => undefined
    const transaction: Transaction = {
      id: randomBytes(16).toString('hex'),
      owner,
      snapshot: undefined,
      writes: new Map(),
      held: new Set(),
      lostTo: undefined,
      released: new Promise<void>((done) => (release = done)),
    }
    const timer = setTimeout(() => this.end(transaction), LIFE_MS)
    timer.unref()
    this.open.set(transaction.id, { transaction, timer, release })
    return transaction
  }

  /** Throws when it is committed, aborted or over 30 s old. */
  get(id: string): Transaction {
    const entry = this.open.get(id)
    if (entry === undefined) throw transactionGone()
    entry.transaction.snapshot ??= this.version
    return entry.transaction
  }

  isOpenBy(owner: string): boolean {
    for (const { transaction } of this.open.values()) if (transaction.owner === owner) return true
    return false
  }

  /** Ends a transaction without keeping anything of it; its locks are free. */
  end(transaction: Transaction): void {
    const entry = this.open.get(transaction.id)
    if (entry === undefined) return
    this.release(transaction)
    this.open.delete(transaction.id)
    clearTimeout(entry.timer)
    if (this.open.size === 0) this.history.clear()
  }

  /** Throws a conflict when it has lost, or Locked while the one it lost against still goes on. */
  refuseLost(transaction: Transaction): void {
    const { lostTo } = transaction
    if (lostTo === undefined) return
    if (lostTo !== 'past' && this.open.has(lostTo.id) && lostTo.lostTo === undefined)
      throw new Locked(lostTo.released, transactionConflict())
    this.end(transaction)
    throw transactionConflict()
  }

  abortOwner(owner: string): void {
    for (const { transaction } of [...this.open.values()])
      if (transaction.owner === owner) this.end(transaction)
  }

  endAll(): void {
    for (const { transaction } of [...this.open.values()]) this.end(transaction)
  }

  /** Called before a stored document changes; keeps its image while an open transaction may read it. */
  recordChange(collection: Collection, id: Buffer, before: Row | null): void {
    this.version++
    if (this.open.size === 0) return
    let documents = this.history.get(collection.name)
    if (documents === undefined)
      this.history.set(collection.name, (documents = new Map<string, History>()))
    const hex = id.toString('hex')
    const known = documents.get(hex)
    const image = { until: this.version, row: before }
    if (known) {
      known.changedAt = this.version
      known.images.push(image)
    } else documents.set(hex, { changedAt: this.version, images: [image] })
  }

  /** A plain write may not touch what an open transaction has written. */
  refuseLocked(collection: string, id: Buffer): void {
    if (this.locks.size > 0) this.refuseHeld(documentLock(collection, id.toString('hex')))
  }

  /** A plain write may not take a key of a unique index that an open transaction took or freed. */
  refuseLockedKey(collection: Collection, index: Index, key: Buffer): void {
    if (this.locks.size > 0) this.refuseHeld(keyLock(collection.name, index.spec.name, key))
  }

  /**
   * Writes within a transaction. The first writer of a document or of a unique key wins. Throws
   * DuplicateKey where the transaction itself sees the key taken.
   */
  write(transaction: Transaction, collection: Collection, id: Buffer, doc: Doc | null): void {
    const hex = id.toString('hex')
    const { name } = collection
    if (transaction.lostTo === undefined) {
      const changedAt = this.history.get(name)?.get(hex)?.changedAt ?? 0
      const stale = changedAt > (transaction.snapshot ?? 0)
      if (stale || !this.take(transaction, documentLock(name, hex))) this.lose(transaction)
    }
    if (transaction.lostTo === undefined) this.takeKeys(transaction, collection, hex, id, doc)
    let writes = transaction.writes.get(name)
    if (writes === undefined) transaction.writes.set(name, (writes = new Map<string, Written>()))
    writes.set(hex, { id, doc })
  }

  /** The documents of a collection that this transaction sees otherwise than they stand now, by hex of `_id`. */
  differing(transaction: Transaction, collection: string): Map<string, Row | null> {
    const seen = new Map<string, Row | null>()
    const snapshot = transaction.snapshot ?? this.version
    for (const [hex, { changedAt, images }] of this.history.get(collection) ?? []) {
      if (changedAt <= snapshot) continue
      seen.set(hex, images.find(({ until }) => until > snapshot)?.row ?? null)
    }
    for (const [hex, { id, doc }] of transaction.writes.get(collection) ?? []) {
      const seq = seen.get(hex)?.seq ?? Number.MAX_SAFE_INTEGER
      seen.set(hex, doc && { seq, id, doc, text: '' })
    }
    return seen
  }

  private takeKeys(
    transaction: Transaction,
    collection: Collection,
    hex: string,
    id: Buffer,
    doc: Doc | null,
  ): void {
    const own = transaction.writes.get(collection.name) ?? new Map<string, Written>()
    const written = own.get(hex)
    const before = written === undefined ? (collection.byId(id)?.doc ?? null) : written.doc
    const history = this.history.get(collection.name)
    const snapshot = transaction.snapshot ?? this.version
    for (const { index, taken, freed } of changedKeys(collection, before, doc)) {
      for (const key of [...taken, ...freed]) {
        const lock = keyLock(collection.name, index.spec.name, key)
        const touched = this.locks.get(lock) === transaction
        const view = { own, history, snapshot, hex, touched }
        if (!this.take(transaction, lock)) return this.lose(transaction)
        if (taken.includes(key) && keyHolder(collection, index, key, view) === 'changed')
          return this.lose(transaction)
      }
    }
  }

  private refuseHeld(lock: string): void {
    const holder = this.locks.get(lock)
    if (holder) throw new Locked(holder.released)
  }

  /** Takes a lock; false when another transaction holds it, which is noted. */
  private take(transaction: Transaction, lock: string): boolean {
    const holder = this.locks.get(lock)
    if (holder !== undefined && holder !== transaction) {
      if (this.conflictsAt === 'commit') transaction.lostTo = holder
      return false
    }
    this.locks.set(lock, transaction)
    transaction.held.add(lock)
    return true
  }

  private lose(transaction: Transaction): void {
    if (this.conflictsAt === 'write') {
      this.end(transaction)
      throw transactionConflict()
    }
    transaction.lostTo ??= 'past'
    this.release(transaction)
  }

  private release(transaction: Transaction): void {
    for (const lock of transaction.held) this.locks.delete(lock)
    transaction.held.clear()
    this.open.get(transaction.id)?.release()
  }
}
