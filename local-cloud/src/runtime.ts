import { executeFailed, functionNotFound, timedOut, type CallFailure } from './call-error'
import type { Clock } from './clock'
import type { FunctionDefinition } from './functions'
import type { Instance, InstanceResult } from './instance'
import type { Invocation, Invocations, Outcome } from './invocations'
import type { Logs } from './logs'
import { Pool } from './pool'
import type { Stats } from './stats'

/** Who calls a function and how: `source` is what getWXContext().SOURCE says. */
export interface Caller {
  openid: string | undefined
  source: string
  timer?: boolean
}

/** What a call answers: the function's return value as JSON text, or how it failed. */
export type CallReply = { requestId: string } & ({ result: string } | { failure: CallFailure })

export const APPID = 'wx0000000000000000'

export interface RuntimeOptions {
  functions: Map<string, FunctionDefinition>
  maxInstances: number
  env: Record<string, string>
  clock: Clock
  logs: Logs
  stats: Stats
  invocations: Invocations
  /** The invocation's worker is gone: what it left open must end. */
  onKilled: (invocation: Invocation) => void
}

const HOST_VARIABLES = ['PATH', 'HOME', 'TMPDIR', 'LANG']

/** Runs functions: chooses an instance, gives it the caller's identity, and reads its answer. */
export class Runtime {
  private readonly pools = new Map<string, Pool>()
  private readonly bound = new Map<Invocation, Instance>()
  private adminUrl = ''

  constructor(private readonly options: RuntimeOptions) {}

  /** The SDK's endpoint is known once the server listens. */
  listenAt(adminUrl: string): void {
    this.adminUrl = adminUrl
  }

  async call(name: string, event: unknown, caller: Caller): Promise<CallReply> {
    const definition = this.options.functions.get(name)
    const { invocations, stats } = this.options
    const op = (event as { op?: unknown } | null)?.op
    const { openid, source } = caller
    const invocation = invocations.begin(name, typeof op === 'string' ? op : '', openid, source)
    const { requestId } = invocation
    if (definition === undefined) {
      invocation.ended = true
      return { requestId, failure: functionNotFound() }
    }
    const pool = this.pool(definition)
    const instance = await pool.acquire()
    this.bound.set(invocation, instance)
    stats.bound(invocation)
    const result = await instance.invoke({
      event: eventFor(event, caller),
      context: contextFor(definition, requestId),
      env: this.envFor(invocation, caller),
      token: invocation.token,
      requestId,
    })
    invocation.ended = true
    invocation.sequential = instance.sequential
    this.bound.delete(invocation)
    const { outcome, reply } = interpret(definition, requestId, result)
    if (outcome === 'timeout' || outcome === 'crash') {
      this.options.onKilled(invocation)
      const text = 'failure' in reply ? reply.failure.errMsg : outcome
      this.options.logs.add({ level: 'error', function: name, requestId, text })
    }
    stats.ended(invocation, outcome)
    pool.release(instance)
    return reply
  }

  /** Ends the worker an invocation runs in, at once. */
  kill(invocation: Invocation): void {
    void this.bound.get(invocation)?.terminate()
  }

  /** The functions' code has changed: calls from now on run the new one, running calls end as they began. */
  reload(): void {
    for (const pool of this.pools.values()) pool.retire()
  }

  async close(): Promise<void> {
    await Promise.all([...this.pools.values()].map((pool) => pool.close()))
  }

  private pool(definition: FunctionDefinition): Pool {
    let pool = this.pools.get(definition.name)
    if (pool === undefined) {
      const { clock, logs, stats, maxInstances } = this.options
      pool = new Pool(definition, clock.shared, this.instanceEnv(), maxInstances, {
        onLog: (line) => logs.add(line),
        onInstance: (change) => stats.instance(definition.name, change),
      })
      this.pools.set(definition.name, pool)
    }
    return pool
  }

  private instanceEnv(): Record<string, string> {
    const env: Record<string, string> = {}
    for (const name of HOST_VARIABLES) {
      const value = process.env[name]
      if (value !== undefined) env[name] = value
    }
    return {
      ...env,
      TENCENTCLOUD_RUNENV: 'SCF',
      TENCENTCLOUD_REGION: 'ap-shanghai',
      TENCENTCLOUD_SECRETID: 'local',
      TENCENTCLOUD_SECRETKEY: 'local',
      TENCENTCLOUD_SESSIONTOKEN: 'local',
      SCF_NAMESPACE: 'local',
      TCB_ENV: 'local',
      TCB_CONTEXT_KEYS: 'TCB_CONTEXT_CNFG',
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: this.adminUrl }),
      ...this.options.env,
    }
  }

  private envFor(invocation: Invocation, caller: Caller): Record<string, string> {
    const keys = ['WX_APPID', 'WX_API_TOKEN']
    const env: Record<string, string> = {
      WX_APPID: APPID,
      WX_API_TOKEN: invocation.token,
      TCB_SOURCE: caller.source,
    }
    if (caller.openid !== undefined) {
      keys.unshift('WX_OPENID')
      env.WX_OPENID = caller.openid
    }
    if (caller.timer) env.TRIGGER_SRC = 'timer'
    env.WX_CONTEXT_KEYS = keys.join(',')
    return env
  }
}

/** WeChat adds who called to the event of a call from a phone. */
function eventFor(event: unknown, caller: Caller): unknown {
  const plain = typeof event === 'object' && event !== null && !Array.isArray(event)
  if (caller.timer || caller.openid === undefined || !plain) return event
  return { ...event, userInfo: { appId: APPID, openId: caller.openid } }
}

function contextFor(definition: FunctionDefinition, requestId: string): Record<string, unknown> {
  return {
    callbackWaitsForEmptyEventLoop: false,
    memory_limit_in_mb: definition.memoryMb,
    time_limit_in_ms: definition.timeoutMs,
    request_id: requestId,
    requestId,
    function_name: definition.name,
    function_version: '$LATEST',
    namespace: 'local',
    environ: 'WX_CONTEXT_KEYS=;TCB_ENV=local',
  }
}

function interpret(
  definition: FunctionDefinition,
  requestId: string,
  result: InstanceResult,
): { outcome: Outcome; reply: CallReply } {
  switch (result.type) {
    case 'done':
      return { outcome: 'ok', reply: { requestId, result: result.result } }
    case 'failed':
      return {
        outcome: 'error',
        reply: { requestId, failure: executeFailed(result.failure.message) },
      }
    case 'timeout':
      return { outcome: 'timeout', reply: { requestId, failure: timedOut(definition.timeoutMs) } }
    case 'crash':
      return { outcome: 'crash', reply: { requestId, failure: executeFailed(result.message) } }
  }
}
