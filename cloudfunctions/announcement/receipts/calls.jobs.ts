import { describeError, log } from '../../shared/log'
import { tellCallers } from './calls.notices'
import { listUntold } from './calls.query'
import { callersTold } from './calls.store'
import { isMaking } from './lines.rules'
import { countReceipts } from './receipts.query'

/** Call lists that begin in one run. */
const BATCH = 20

/** Whoever calls is told once that a call list stands, if there is anybody on it. */
export async function tellOfCalls(now: number): Promise<number> {
  let told = 0
  for (const doc of await listUntold(now, BATCH)) {
    // Of a list that is still being made, nobody knows how long it is.
    if (isMaking(doc)) continue
    try {
      const { left } = await countReceipts(doc._id, { whole: true })
      if (left > 0) await tellCallers(doc, left, now)
      await callersTold(doc._id, now)
      told++
    } catch (error) {
      log('error', 'callers not told', { id: doc._id, ...describeError(error) })
    }
  }
  return told
}
