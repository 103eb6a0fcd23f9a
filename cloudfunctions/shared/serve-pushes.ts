import type { CallReply } from '../../types/contract/wire'
import { readCaller } from './cloud'
import { isPushed, type PushedEvent } from './entry'
import { newId } from './ids'
import { runInInvocation } from './invocation'
import { log } from './log'
import { limitOf, type PlatformContext, requestIdOf } from './platform'

type Main = (rawEvent: unknown, context?: PlatformContext) => Promise<CallReply>

/**
 * Answers WeChat's message push, and leaves everything else to `main`, which refuses what only looks like one.
 * `take` must be safe to repeat: WeChat sends an event again where no answer came.
 */
export function servePushes(main: Main, take: (event: PushedEvent) => Promise<void>) {
  return async (rawEvent: unknown, context?: PlatformContext): Promise<CallReply | 'success'> => {
    // The identity is a property of the process: read before anything is awaited (serve.ts).
    if (!isPushed(readCaller(), rawEvent)) return main(rawEvent, context)
    const now = Date.now()
    const requestId = requestIdOf(context) ?? newId()
    const deadline = now + limitOf(context)
    return runInInvocation({ requestId, op: 'push', deadline }, async () => {
      await take(rawEvent)
      log('info', 'pushed', { ms: Date.now() - now })
      return 'success' as const
    })
  }
}
