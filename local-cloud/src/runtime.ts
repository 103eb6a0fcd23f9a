import {
  executeFailed,
  functionNotFound,
  timedOut,
  tooManyAtOnce,
  type CallFailure,
} from './call-error'
import type { Clock } from './clock'
import { APPID, ENV_ID } from './environment'
import type { FunctionDefinition } from './functions'
import type { Host, Instance, InstanceResult } from './instance'
import type { Invocation, Invocations, Outcome } from './invocations'
import type { Logs } from './logs'
import { MemoryLimit } from './memory-limit'
import { Pool } from './pool'
import type { Quota } from './quota'
import { Reaper } from './reaper'
import type { Stats } from './stats'

/** Who calls a function and how: `source` is what getWXContext().SOURCE says. */
export interface Caller {
  openid: string | undefined
  source: string
  timer?: boolean
}

/** What a call answers: the function's return value as JSON text, or how it failed. */
export type CallReply = { requestId: string } & ({ result: string } | { failure: CallFailure })

export interface RuntimeOptions {
  functions: Map<string, FunctionDefinition>
  maxInstances: number
  /** Undefined when nothing is limited. */
  quota: Quota | undefined
  env: Record<string, string>
  clock: Clock
  logs: Logs
  stats: Stats
  invocations: Invocations
  /** The invocation's instance is gone: what it left open must end. */
  onKilled: (invocation: Invocation) => void
  /** Has the invocation a transaction open? */
  hasOpenTransaction: (invocation: Invocation) => boolean
}

const HOST_VARIABLES = ['PATH', 'HOME', 'TMPDIR', 'LANG']

/** Runs functions: chooses an instance, gives it the caller's identity, and reads its answer. */
export class Runtime {
  private readonly pools = new Map<string, Pool>()
  private readonly bound = new Map<Invocation, Instance>()
  /** When each person last called from a phone, epoch ms of the cloud's clock. */
  private readonly visits = new Map<string, number>()
  private definitions: Map<string, FunctionDefinition>
  private adminUrl = ''

  private readonly reaper = new Reaper()
  private readonly host: Host

  constructor(private readonly options: RuntimeOptions) {
    this.definitions = options.functions
    const { clock } = options
    this.host = {
      clockOffset: () => clock.offsetMs,
      memory: new MemoryLimit(),
      reaper: this.reaper,
    }
    clock.onMoved((offset) => {
      for (const pool of this.pools.values()) pool.setClock(offset)
    })
  }

  get functions(): ReadonlyMap<string, FunctionDefinition> {
    return this.definitions
  }

  /** Undefined when the person has never called. */
  lastVisit(openid: string): number | undefined {
    return this.visits.get(openid)
  }

  /** The SDK's endpoint is known once the server listens. */
  listenAt(adminUrl: string): void {
    this.adminUrl = adminUrl
  }

  async call(name: string, event: unknown, caller: Caller): Promise<CallReply> {
    const definition = this.definitions.get(name)
    const { clock, invocations, quota, stats } = this.options
    const op = (event as { op?: unknown } | null)?.op
    const { openid, source } = caller
    if (source === 'wx_client' && openid !== undefined) this.visits.set(openid, clock.now())
    const invocation = invocations.begin(name, typeof op === 'string' ? op : '', openid, source)
    const { requestId } = invocation
    if (definition === undefined) {
      invocation.ended = true
      return { requestId, failure: functionNotFound() }
    }
    const refused = quota?.call()
    const pool = this.pool(definition)
    const instance = refused ? undefined : await pool.acquire()
    if (instance === undefined) {
      invocation.ended = true
      return { requestId, failure: refused ?? tooManyAtOnce() }
    }
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
      const open = this.options.hasOpenTransaction(invocation)
      this.options.onKilled(invocation)
      const failed = 'failure' in reply ? reply.failure.errMsg : outcome
      const text = open ? `${failed}; its open transaction is rolled back` : failed
      this.options.logs.add({ level: 'error', function: name, requestId, text })
    } else if (this.options.hasOpenTransaction(invocation)) {
      const text = 'returned with a transaction open: its documents stay locked for up to 30 s'
      this.options.logs.add({ level: 'warn', function: name, requestId, text })
    }
    stats.ended(invocation, outcome)
    pool.release(instance)
    return reply
  }

  /** Ends the instance an invocation runs in, at once. */
  kill(invocation: Invocation): void {
    void this.bound.get(invocation)?.terminate()
  }

  /** The functions have changed: calls from now on run the new ones, running calls end as they began. */
  reload(functions: Map<string, FunctionDefinition>): void {
    this.definitions = functions
    for (const [name, pool] of this.pools) {
      // A function that is gone is not called any more; what waits in line for it still ends.
      const definition = functions.get(name) ?? pool.current
      pool.retire(definition, this.instanceEnv(definition))
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.pools.values()].map((pool) => pool.close()))
    this.reaper.close()
  }

  private pool(definition: FunctionDefinition): Pool {
    let pool = this.pools.get(definition.name)
    if (pool === undefined) {
      const { logs, stats, maxInstances, quota } = this.options
      const most = Math.min(maxInstances, quota?.limits.concurrentCallsPerFunction ?? maxInstances)
      pool = new Pool(
        definition,
        this.instanceEnv(definition),
        most,
        quota === undefined,
        this.host,
        {
          onLog: (line) => logs.add(line),
          onInstance: (change) => stats.instance(definition.name, change),
        },
      )
      this.pools.set(definition.name, pool)
    }
    return pool
  }

  private instanceEnv(definition: FunctionDefinition): Record<string, string> {
    const env: Record<string, string> = {}
    for (const name of HOST_VARIABLES) {
      const value = process.env[name]
      if (value !== undefined) env[name] = value
    }
    return {
      ...env,
      // As in the real cloud, whatever this machine's is; a function's own settings may say another.
      TZ: 'UTC',
      TENCENTCLOUD_RUNENV: 'SCF',
      TENCENTCLOUD_REGION: 'ap-shanghai',
      TENCENTCLOUD_SECRETID: 'local',
      TENCENTCLOUD_SECRETKEY: 'local',
      TENCENTCLOUD_SESSIONTOKEN: 'local',
      SCF_NAMESPACE: ENV_ID,
      TCB_ENV: ENV_ID,
      TCB_CONTEXT_KEYS: 'TCB_CONTEXT_CNFG',
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: this.adminUrl }),
      ...this.options.env,
      ...definition.env,
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
