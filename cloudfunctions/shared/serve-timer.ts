import type { CallReply } from '../../types/contract/wire'
import { readCaller } from './cloud'
import { entryOf } from './entry'
import { Refusal } from './errors'
import { newId } from './ids'
import { runInInvocation } from './invocation'
import { describeError, log } from './log'
import { limitOf, type PlatformContext, requestIdOf } from './platform'

/** A feature's work for the timer; answers figures for the log. Safe to repeat, since a run may die at any point. */
export type Job = (now: number) => Promise<Record<string, number>>

/**
 * Answers the cloud's timer. Anyone can send `{ Type: 'Timer' }`, so only the entry counts, and a
 * caller who is not the timer changes nothing. One job's failure does not keep the others from running.
 */
export function serveTimer(jobs: Record<string, Job>) {
  return async (_event: unknown, context?: PlatformContext): Promise<CallReply> => {
    const caller = readCaller()
    const now = Date.now()
    const requestId = requestIdOf(context) ?? newId()
    const deadline = now + limitOf(context)
    return runInInvocation({ requestId, op: 'ticker', deadline }, async () => {
      if (entryOf(caller) !== 'timer') {
        log('warn', 'refused', { code: 'NOT_ALLOWED' })
        const { code, message } = new Refusal('NOT_ALLOWED')
        return { error: { code, message, requestId }, now }
      }
      const done: Record<string, Record<string, number> | 'failed'> = {}
      for (const [feature, job] of Object.entries(jobs)) {
        try {
          done[feature] = await job(now)
        } catch (error) {
          log('error', 'job failed', { feature, ...describeError(error) })
          done[feature] = 'failed'
        }
      }
      log('info', 'ticked', { ms: Date.now() - now })
      return { data: done, now }
    })
  }
}
