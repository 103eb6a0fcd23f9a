import { _, type Document } from './db'
import type { Writes } from './db'
import { describeError, log } from './log'
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
 * Delivers every waiting entry of a collection, oldest first, and takes it out once it is applied.
 * `deliver` is given a few documents and must be safe to repeat. Where it fails, each document is
 * delivered alone, and one that still fails waits for the next run without holding up the others.
 * Answers how many entries were delivered.
 */
export async function drainOutbox<Doc extends Document & { outbox: OutboxEntry[] }>(
  from: Writes<Doc>,
  deliver: (docs: readonly Doc[]) => Promise<void>,
): Promise<number> {
  const stuck = new Set<string>()
  let delivered = 0
  for (;;) {
    const docs = await from.list({
      where: {
        'outbox.at': _.gt(0),
        ...(stuck.size > 0 ? { _id: _.nin([...stuck]) } : {}),
      },
      orderBy: [['outbox.at', 'asc']],
      limit: BATCH,
    })
    for (const doc of await undelivered(docs, deliver)) stuck.add(doc._id)
    const done = docs.filter(({ _id }) => !stuck.has(_id))
    await eachOf(done, WIDTH, async ({ _id, outbox }) => {
      await from.updateOne(_id, {}, { outbox: _.pull({ id: _.in(outbox.map(({ id }) => id)) }) })
      delivered += outbox.length
    })
    if (docs.length < BATCH) return delivered
  }
}

/** Delivers all together, or else one by one; answers those that could not be. */
async function undelivered<Doc extends Document>(
  docs: readonly Doc[],
  deliver: (docs: readonly Doc[]) => Promise<void>,
): Promise<Doc[]> {
  try {
    await deliver(docs)
    return []
  } catch (error) {
    if (docs.length === 1) {
      log('error', 'not delivered', { id: docs[0]?._id, ...describeError(error) })
      return [...docs]
    }
    const failed: Doc[] = []
    for (const doc of docs) failed.push(...(await undelivered([doc], deliver)))
    return failed
  }
}
