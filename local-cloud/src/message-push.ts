import type { Clock } from './clock'
import { ACCOUNT_ID } from './environment'
import type { FunctionDefinition } from './functions'
import type { Logs } from './logs'
import type { PushEvent } from './openapi/context'
import type { Runtime } from './runtime'

/** The platform itself, from whom pushes come that no person caused. */
const PLATFORM_ID = 'oLocalPlatformPushService000'

/**
 * Delivers WeChat's pushes to the function that is configured for the event: by `messagePush` in its
 * config.json, or else the one function that takes all. The sender stands in `FromUserName`; the
 * invocation itself has no OPENID, so that nobody acts in a person's name.
 */
export class MessagePushes {
  constructor(
    private readonly functions: () => ReadonlyMap<string, FunctionDefinition>,
    private readonly fallback: string | undefined,
    private readonly runtime: Runtime,
    private readonly clock: Clock,
    private readonly logs: Logs,
  ) {}

  /** Resolves when the function has ended; a failure of it is logged and not repeated. */
  async send(event: PushEvent, from: string | undefined, body: object): Promise<void> {
    const target = this.target(event)
    if (target === undefined) return
    const message = {
      ToUserName: ACCOUNT_ID,
      FromUserName: from ?? PLATFORM_ID,
      CreateTime: Math.floor(this.clock.now() / 1000),
      MsgType: 'event',
      Event: event,
      ...body,
    }
    const reply = await this.runtime.call(target, message, {
      openid: undefined,
      source: 'wx_unknown',
    })
    if ('failure' in reply)
      this.logs.add({
        level: 'error',
        function: target,
        requestId: reply.requestId,
        text: `the push ${event} failed: ${reply.failure.errMsg}`,
      })
  }

  private target(event: PushEvent): string | undefined {
    for (const { name, messagePush } of this.functions().values())
      if (messagePush.includes(event)) return name
    return this.fallback
  }
}
