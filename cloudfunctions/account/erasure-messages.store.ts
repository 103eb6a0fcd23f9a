import { _, collection } from '../shared/db'
import { eachOf } from '../shared/together'

/** What messages keep of an account, for its erasure; what they keep of a record follows `personChanges`. */

const pushes = collection('pushes')
const credits = collection('credits')
const questions = collection('officeQuestions')

const BATCH = 200
const WIDTH = 8

/**
 * Removes what was sent or would be sent to an account, what is sent about it, and what it accepted; what it typed for
 * others forgets who did. Safe to repeat.
 */
export async function forgetMessages(accountId: string): Promise<void> {
  for (const where of [{ accountId }, { whom: accountId }]) {
    for (;;) {
      const found = await pushes.list({ where, limit: BATCH, fields: ['_id'] })
      await eachOf(found, WIDTH, ({ _id }) => pushes.remove(_id))
      if (found.length < BATCH) break
    }
  }
  await credits.remove(accountId)
  for (;;) {
    const where = { typedBy: accountId }
    const typed = await questions.list({ where, limit: BATCH, fields: ['_id'] })
    const ids = typed.map(({ _id }) => _id)
    if (ids.length > 0) await questions.updateMany(ids, where, { typedBy: _.remove() })
    if (typed.length < BATCH) return
  }
}
