import { checkChange, checkValue } from './db-guard'
import { database } from './cloud'
import type { CollectionName } from './collections'
import { type Document, mayChange, stopWhenLate, wholeValues } from './db'
import { refuse } from './errors'

/**
 * What a transaction may do. Nothing else exists here, because inside a transaction the SDK sends
 * `where().update()` and `where().remove()` without the transaction's id: they would commit at once.
 */
export interface Transaction {
  find<Doc extends Document>(name: CollectionName, id: string): Promise<Doc | null>
  insert<Doc extends Document>(name: CollectionName, doc: Doc): Promise<void>
  /** Changes a document that exists; values are written whole. */
  update(name: CollectionName, id: string, change: Record<string, unknown>): Promise<void>
  remove(name: CollectionName, id: string): Promise<void>
}

interface SdkTransaction {
  collection(name: string): {
    doc(id: string): {
      get(): Promise<{ data: unknown }>
      update(options: { data: Record<string, unknown> }): Promise<unknown>
      remove(): Promise<unknown>
    }
    add(options: { data: Document }): Promise<unknown>
  }
}

/** How often a transaction that met another one is tried. */
const TRIES = 6

/**
 * Runs `work` so that all of it is committed or nothing; ends the call with BUSY when others come
 * between every time. `work` may run several times: nothing may be sent, logged as a fact or drawn at
 * random inside it. Only for what two documents must change together (DESIGN.md section 3).
 *
 * The SDK would repeat a transaction after a conflict, but looks for the conflict in a `code` that its
 * own wrapper has dropped by then, so it never does: the repeating is done here.
 */
export async function transaction<T>(work: (t: Transaction) => Promise<T>): Promise<T> {
  await mayChange()
  for (let tries = 1; tries <= TRIES; tries++) {
    try {
      return (await database.runTransaction((sdk: SdkTransaction) => work(guarded(sdk)), 0)) as T
    } catch (error) {
      if (!isConflict(error)) throw error
      await pause(tries)
    }
  }
  return refuse('BUSY')
}

const isConflict = (error: unknown): boolean =>
  error instanceof Error && /TransactionConflict|TRANSACTION_CONFLICT/.test(error.message)

/** A little longer each time, and not the same for two that met. */
const pause = (tries: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, tries * 10 + Math.random() * 20))

function guarded(sdk: SdkTransaction): Transaction {
  return {
    async find<Doc extends Document>(name: CollectionName, id: string) {
      stopWhenLate()
      checkValue(id, '_id')
      const { data } = await sdk.collection(name).doc(id).get()
      return (data as Doc | null | undefined) ?? null
    },
    async insert(name, doc) {
      stopWhenLate()
      checkValue(doc, name)
      await sdk.collection(name).add({ data: doc })
    },
    async update(name, id, change) {
      stopWhenLate()
      checkValue(id, '_id')
      checkChange(change)
      await sdk
        .collection(name)
        .doc(id)
        .update({ data: wholeValues(change) })
    },
    async remove(name, id) {
      stopWhenLate()
      checkValue(id, '_id')
      await sdk.collection(name).doc(id).remove()
    },
  }
}
