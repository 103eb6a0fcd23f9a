import { randomBytes } from 'node:crypto'
import type { Collection } from './collection'
import { transactionConflict, transactionGone } from './errors'
import type { Row } from './row-cache'
import type { Doc } from './values'

/** A document as a transaction wrote it; null when it removed it. */
interface Written {
  id: Buffer
  doc: Doc | null
}

/** An open transaction: what it wrote waits here until commit. Its life is 30 s of real time. */
export interface Transaction {
  id: string
  /** Who opened it: a killed invocation's transactions are aborted. */
  owner: string
  /** The version of the data it sees, set by its first operation. */
  snapshot: number | undefined
  /** By collection, then by the hex of the `_id` key: the document as written, null when removed. */
  writes: Map<string, Map<string, Written>>
  ended: Promise<void>
}

/** Thrown where a plain write meets a document an open transaction has written: wait for `ended`, try again. */
export class Locked extends Error {
  constructor(readonly ended: Promise<void>) {
    super('locked')
  }
}

interface History {
  changedAt: number
  /** The row as it stood before version `until`; null when it did not exist. */
  images: { until: number; row: Row | null }[]
}

const LIFE_MS = 30_000

/**
 * Snapshot isolation over a store that knows only the present: while transactions are open, the
 * previous versions of what changes are kept, and the first to write a document holds it.
 */
export class Transactions {
  private readonly open = new Map<string, { transaction: Transaction; end: () => void }>()
  private readonly locks = new Map<string, Transaction>()
  private readonly history = new Map<string, Map<string, History>>()
  private version = 1

  start(owner: string): Transaction {
    const id = randomBytes(16).toString('hex')
    let resolve: () => void = () => undefined
    const ended = new Promise<void>((done) => (resolve = done))
    const transaction: Transaction = { id, owner, snapshot: undefined, writes: new Map(), ended }
    const timer = setTimeout(() => this.end(transaction), LIFE_MS)
    timer.unref()
    const end = (): void => {
      clearTimeout(timer)
      resolve()
    }
    this.open.set(id, { transaction, end })
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
    this.open.delete(transaction.id)
    for (const [collection, writes] of transaction.writes)
      for (const hex of writes.keys()) this.locks.delete(`${collection}/${hex}`)
    if (this.open.size === 0) this.history.clear()
    entry.end()
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
    const holder = this.locks.get(`${collection}/${id.toString('hex')}`)
    if (holder) throw new Locked(holder.ended)
  }

  /** Writes within a transaction. The first writer wins: a conflict aborts this one. */
  write(transaction: Transaction, collection: string, id: Buffer, doc: Doc | null): void {
    const hex = id.toString('hex')
    const holder = this.locks.get(`${collection}/${hex}`)
    const changedAt = this.history.get(collection)?.get(hex)?.changedAt ?? 0
    if ((holder && holder !== transaction) || changedAt > (transaction.snapshot ?? 0)) {
      this.end(transaction)
      throw transactionConflict()
    }
    this.locks.set(`${collection}/${hex}`, transaction)
    let writes = transaction.writes.get(collection)
    if (writes === undefined)
      transaction.writes.set(collection, (writes = new Map<string, Written>()))
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
}
