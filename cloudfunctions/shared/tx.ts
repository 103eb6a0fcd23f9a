import { checkChange, checkValue } from './db-guard'
import { database } from './cloud'
import type { CollectionName } from './collections'
import { type Document, wholeValues } from './db'

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

/**
 * Runs `work` so that all of it is committed or nothing. `work` may run several times, since the SDK
 * repeats it after a conflict: nothing may be sent, logged as a fact or drawn at random inside it.
 * Only for what two documents must change together (DESIGN.md section 3); most commands need none.
 */
export async function transaction<T>(work: (t: Transaction) => Promise<T>): Promise<T> {
  return database.runTransaction(async (sdk: SdkTransaction) =>
    work({
      async find<Doc extends Document>(name: CollectionName, id: string) {
        checkValue(id, '_id')
        const { data } = await sdk.collection(name).doc(id).get()
        return (data as Doc | null | undefined) ?? null
      },
      async insert(name, doc) {
        checkValue(doc, name)
        await sdk.collection(name).add({ data: doc })
      },
      async update(name, id, change) {
        checkValue(id, '_id')
        checkChange(change)
        await sdk
          .collection(name)
          .doc(id)
          .update({ data: wholeValues(change) })
      },
      async remove(name, id) {
        checkValue(id, '_id')
        await sdk.collection(name).doc(id).remove()
      },
    }),
  ) as Promise<T>
}
