import {
  CloudError,
  collectionMissing,
  DuplicateKey,
  QueryRefused,
  requestFailed,
  UpdateRefused,
  writeRefused,
} from './errors'
import type { ActionContext, ActionReply, ActionScope } from './action'
import type { IndexSpec } from './index-keys'
import { nameParam, type Params } from './request'
import { refuseUnstorable } from './storable'
import { Store } from './store'
import { Locked, Transactions, type ConflictsAt, type Transaction } from './transactions'
import { aggregateDocuments, calculateDocument, getDocument } from './wire-read'
import { insertDocument, modifyAndReturnDoc, modifyDocument, removeDocument } from './wire-write'
import { decodeValue } from './ejson'
import { randomId } from './ids'
import type { Doc } from './values'

export type { Cost } from './action'

export type CollectionsOption = Record<string, { indexes: IndexSpec[] }>

const WAIT_FOR_LOCK_MS = 10_000

type Handler = (scope: ActionScope) => ActionReply

const HANDLERS: Record<string, Handler> = {
  insertDocument,
  getDocument,
  modifyDocument,
  removeDocument,
  calculateDocument,
  aggregateDocuments,
  modifyAndReturnDoc,
}

const WRITES = new Set(['insertDocument', 'modifyDocument', 'removeDocument', 'modifyAndReturnDoc'])

/** The document database: collections kept in SQLite, answered as the cloud's database answers. */
export class Database {
  readonly store: Store
  readonly transactions: Transactions

  /** Throws DataError when the data can't be opened. */
  constructor(data: string, collections: CollectionsOption = {}, conflictsAt?: ConflictsAt) {
    const transactions = new Transactions(conflictsAt)
    this.transactions = transactions
    this.store = new Store(data, {
      changing: (collection, id, before) => transactions.recordChange(collection, id, before),
      taking: (collection, index, key) => transactions.refuseLockedKey(collection, index, key),
    })
    try {
      for (const [name, { indexes }] of Object.entries(collections)) {
        this.store.createCollection(name)
        this.store.declareIndexes(name, indexes)
      }
    } catch (error) {
      this.store.close()
      throw error
    }
  }

  /** Fills an empty database once; what a seed cut short has left is removed first. */
  async seed(fill: () => void | Promise<void>): Promise<void> {
    const state = this.store.getMeta('seed')
    if (state === 'begun') this.store.clear()
    const holdsDocuments = [...this.store.collections.values()].some(
      (collection) => collection.count() > 0,
    )
    if (state === 'done' || holdsDocuments) return
    this.store.setMeta('seed', 'begun')
    await fill()
    this.store.setMeta('seed', 'done')
  }

  /** Inserts plain documents (dates allowed) in one SQL transaction, making the collection where it lacks. */
  insertMany(name: string, docs: readonly object[]): void {
    this.store.createCollection(name)
    const collection = this.store.collections.get(name)!
    this.store.atomic(() => {
      for (const doc of docs) {
        const { _id = randomId(), ...rest } = structuredClone(doc) as Doc
        const whole = decodeValue({ _id, ...rest }) as Doc
        refuseUnstorable(whole)
        collection.insert(whole)
      }
    })
  }

  /** Whether `database.<name>` is an action this database answers. */
  knows(action: string): boolean {
    const name = action.slice('database.'.length)
    return (
      action.startsWith('database.') &&
      (Object.hasOwn(HANDLERS, name) || Object.hasOwn(this.control, name))
    )
  }

  /** Answers one action. Throws CloudError with the code and message the real cloud would send. */
  async run(action: string, params: Params, context: ActionContext): Promise<ActionReply> {
    const name = action.slice('database.'.length)
    const started = Date.now()
    for (;;) {
      try {
        const control = Object.hasOwn(this.control, name)
          ? this.control[name as keyof typeof this.control]
          : undefined
        return control ? control(params, context) : this.runOnCollection(name, params, context)
      } catch (error) {
        if (!(error instanceof Locked)) throw translate(error, name)
        const left = WAIT_FOR_LOCK_MS - (Date.now() - started)
        if (left <= 0)
          throw (
            error.late ??
            requestFailed(
              'operation exceeded time limit: the document is held by an open transaction',
            )
          )
        await Promise.race([error.released, delay(left)])
      }
    }
  }

  close(): void {
    this.transactions.endAll()
    this.store.close()
  }

  private readonly control = {
    addCollection: (params: Params): ActionReply => {
      const name = nameParam(params)
      if (!this.store.createCollection(name))
        throw new CloudError(
          'DATABASE_COLLECTION_ALREADY_EXIST',
          `[ResourceUnavailable.ResourceExist] Table exist: ${name}. Please check your request, but if the problem cannot be solved, contact us.`,
        )
      return { data: {} }
    },
    startTransaction: (_params: Params, context: ActionContext): ActionReply => ({
      transactionId: this.transactions.start(context.owner).id,
    }),
    commitTransaction: (params: Params): ActionReply => {
      const transaction = this.transactions.get(String(params.transactionId))
      this.transactions.refuseLost(transaction)
      try {
        this.store.atomic(() => this.apply(transaction))
      } finally {
        this.transactions.end(transaction)
      }
      return {}
    },
    abortTransaction: (params: Params): ActionReply => {
      this.transactions.end(this.transactions.get(String(params.transactionId)))
      return {}
    },
  }

  private apply(transaction: Transaction): void {
    for (const [name, writes] of transaction.writes) {
      const collection = this.store.collections.get(name)!
      for (const { id, doc } of writes.values()) {
        const row = collection.byId(id)
        if (doc === null) {
          if (row) collection.remove(row)
        } else if (row) collection.replace(row, doc, { settled: true })
        else collection.insert(doc, { settled: true })
      }
    }
  }

  private runOnCollection(name: string, params: Params, context: ActionContext): ActionReply {
    const collectionName = nameParam(params)
    const collection = this.store.collections.get(collectionName)
    if (collection === undefined) throw collectionMissing(collectionName)
    const id = params.transactionId
    const transaction = typeof id === 'string' && id !== '' ? this.transactions.get(id) : undefined
    if (!transaction && WRITES.has(name) && this.transactions.isOpenBy(context.owner))
      context.warn(
        `${name} on ${collectionName} was sent without the transaction that is open: it is applied at once and not rolled back`,
      )
    const handler = HANDLERS[name]!
    const { store, transactions } = this
    const scope = { store, transactions, transaction, collection, params, context }
    try {
      // An insert of several keeps those before the one refused, as MongoDB's ordered insert does.
      if (!WRITES.has(name) || name === 'insertDocument') return handler(scope)
      return store.atomic(() => handler(scope))
    } catch (error) {
      // As in MongoDB, whatever the database refuses inside a transaction ends it.
      if (transaction && isRefusal(error)) transactions.end(transaction)
      throw error
    }
  }
}

const isRefusal = (error: unknown): boolean =>
  [DuplicateKey, UpdateRefused, QueryRefused].some((kind) => error instanceof kind)

const delay = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms).unref())

function translate(error: unknown, action: string): unknown {
  if (error instanceof CloudError) return error
  const operation = action === 'insertDocument' ? 'Insert' : 'Update'
  if (error instanceof DuplicateKey || error instanceof UpdateRefused)
    return writeRefused(operation, error.message)
  if (error instanceof QueryRefused) return requestFailed(error.message)
  if (action === 'aggregateDocuments' && error instanceof Error) return requestFailed(error.message)
  return error
}
