import { _, type Document } from './db'
import type { Writes } from './db'
import { eachOf } from './together'

/**
 * What must follow from a commit, kept in the document that was committed and pushed in the same
 * update (DESIGN.md section 3). Entries may be delivered late, twice or out of order: `rev` tells
 * which of two states of one thing is the newer.
 */
export interface OutboxEntry {
  id: string
  rev: number
  /** When it happened, epoch ms. */
  at: number
}

/** How to write an entry with the change it belongs to. */
export const outboxPush = (entry: OutboxEntry) => _.push([entry])

/** Documents read at a time, and worked on at a time. */
const BATCH = 50
const WIDTH = 8

/**
 * Delivers every waiting entry of a collection, oldest first, and takes it out once it is applied. `deliver` is
 * given a batch of documents and must be safe to repeat. Answers how many entries were delivered.
 */
export async function drainOutbox<Doc extends Document & { outbox: OutboxEntry[] }>(
  from: Writes<Doc>,
  deliver: (docs: readonly Doc[]) => Promise<void>,
): Promise<number> {
  let delivered = 0
  for (;;) {
    const docs = await from.list({
      where: { 'outbox.at': _.gt(0) },
      orderBy: [['outbox.at', 'asc']],
      limit: BATCH,
    })
    await deliver(docs)
    await eachOf(docs, WIDTH, async ({ _id, outbox }) => {
      const ids = outbox.map(({ id }) => id)
      await from.updateOne(_id, {}, { outbox: _.pull({ id: _.in(ids) }) })
      delivered += ids.length
    })
    if (docs.length < BATCH) return delivered
  }
}
