import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { sdkCode } from './call-error'
import type { Clock } from './clock'
import type { Database } from './db/database'
import { CloudError } from './db/errors'
import type { Faults } from './faults'
import type { Invocation, Invocations } from './invocations'
import type { Logs } from './logs'
import type { Runtime } from './runtime'
import { kindOf, type ActionKind, type Stats } from './stats'

/** The body the SDK posts: the action, the invocation's token, and the action's own parameters. */
export type AdminBody = Record<string, unknown>

export interface AdminOptions {
  clock: Clock
  database: Database
  faults: Faults
  invocations: Invocations
  latencyMs: number
  logs: Logs
  runtime: Runtime
  stats: Stats
}

interface Request {
  action: string
  body: AdminBody
  invocation: Invocation | undefined
  /** The SDK's X-TCB-Source header: the chain of sources so far and 'scf'. */
  source: string
}

type Handler = (request: Request) => Promise<Record<string, unknown>>

/** Thrown when the worker that asked has been killed: there is nobody to answer. */
export class NobodyToAnswer extends Error {}

/** The SDK's endpoint: tells whose request it is, counts it, and hands it to the service it names. */
export class Admin {
  /** By the part of the action before the dot: 'database', 'functions'. */
  private readonly services: Record<string, Handler>

  constructor(private readonly options: AdminOptions) {
    this.services = {
      database: (request) => this.database(request),
      functions: (request) => this.functions(request),
    }
  }

  /** Answers one SDK request: always an object with requestId, and code and message when refused. */
  async handle(body: AdminBody, source: string): Promise<Record<string, unknown>> {
    const { faults, invocations, latencyMs, runtime } = this.options
    const action = typeof body.action === 'string' ? body.action : ''
    const invocation = invocations.find(body.wxCloudApiToken)
    const kind = kindOf(action)
    this.count(invocation, action, kind)
    const requestId = randomUUID()
    try {
      if (latencyMs > 0) await sleep(latencyMs)
      const fault =
        invocation && action.startsWith('database.')
          ? faults.strike(invocation.function, invocation.op, action)
          : undefined
      if (fault === 'kill' && invocation) {
        runtime.kill(invocation)
        throw new NobodyToAnswer()
      }
      if (fault === 'error') return { requestId, ...INJECTED }
      const reply = await this.service(action)({ action, body, invocation, source })
      return fault === 'error-after' ? { requestId, ...INJECTED } : { requestId, ...reply }
    } catch (error) {
      if (error instanceof NobodyToAnswer) throw error
      if (error instanceof CloudError)
        return { requestId, code: error.code, message: error.message }
      this.log(invocation, 'error', `${action} failed: ${(error as Error).stack ?? String(error)}`)
      return { requestId, code: 'SYS_ERR', message: (error as Error).message }
    }
  }

  private count(invocation: Invocation | undefined, action: string, kind: ActionKind): void {
    const { stats } = this.options
    stats.action(invocation?.function ?? '', invocation?.op ?? '', kind)
    if (invocation === undefined) return
    if (kind === 'read') invocation.reads++
    else if (kind === 'write') invocation.writes++
    else if (kind === 'transaction') invocation.transactions++
    if (invocation.ended) {
      stats.actedAfterReturn()
      this.log(invocation, 'warn', `${action} was sent after the function had returned`)
    }
  }

  private service(action: string): Handler {
    const service = this.services[action.slice(0, action.indexOf('.'))]
    if (service) return service
    throw new CloudError(
      'INVALID_ACTION',
      `[InvalidAction] the local cloud does not answer ${JSON.stringify(action)}`,
    )
  }

  private async database({ action, body, invocation }: Request): Promise<Record<string, unknown>> {
    const { clock, database, stats } = this.options
    if (!database.knows(action))
      throw new CloudError(
        'INVALID_ACTION',
        `[InvalidAction] unknown database action ${JSON.stringify(action)}`,
      )
    const cost = { documentsExamined: 0, documentsWritten: 0 }
    try {
      return await database.run(action, body, {
        owner: invocation?.token ?? '',
        now: Math.floor(clock.now()),
        warn: (message) => this.log(invocation, 'warn', message),
        cost,
      })
    } finally {
      if (invocation) {
        invocation.cost.documentsExamined += cost.documentsExamined
        invocation.cost.documentsWritten += cost.documentsWritten
      }
      stats.documents(
        invocation?.function ?? '',
        invocation?.op ?? '',
        cost.documentsExamined,
        cost.documentsWritten,
      )
    }
  }

  /** `functions.invokeFunction`: the chain of sources grows, the caller's identity goes on. */
  private async functions({
    action,
    body,
    invocation,
    source,
  }: Request): Promise<Record<string, unknown>> {
    if (action !== 'functions.invokeFunction')
      throw new CloudError(
        'INVALID_ACTION',
        `[InvalidAction] unknown functions action ${JSON.stringify(action)}`,
      )
    const text = body.request_data
    let event: unknown
    try {
      event = JSON.parse(typeof text === 'string' && text !== '' ? text : '{}')
    } catch {
      throw new CloudError('INVALID_PARAM', '[InvalidParameter] request_data is not valid JSON')
    }
    const chain = invocation ? `${invocation.source},scf` : source
    const reply = await this.options.runtime.call(String(body.function_name), event, {
      openid: invocation?.openid,
      source: chain,
    })
    if ('failure' in reply) throw new CloudError(sdkCode(reply.failure), reply.failure.errMsg)
    return { data: { response_data: reply.result } }
  }

  private log(invocation: Invocation | undefined, level: 'warn' | 'error', text: string): void {
    this.options.logs.add({
      level,
      function: invocation?.function ?? '',
      requestId: invocation?.requestId ?? '',
      text,
    })
  }
}

const INJECTED = { code: 'DATABASE_REQUEST_FAILED', message: '[FailedOperation] injected fault' }
