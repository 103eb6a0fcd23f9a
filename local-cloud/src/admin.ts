import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { sdkCode } from './call-error'
import type { Clock } from './clock'
import type { Database } from './db/database'
import { CloudError } from './db/errors'
import { type FaultGate, InjectedFault, NobodyToAnswer } from './fault-gate'
import type { Invocation, Invocations } from './invocations'
import type { Logs } from './logs'
import { systemBusy, type OpenApi } from './openapi/open-api'
import type { Quota } from './quota'
import type { Runtime } from './runtime'
import { kindOf, type ActionKind, type Stats } from './stats'
import type { Storage } from './storage/storage'
import { storageAction } from './storage/wire'

/** The body the SDK posts: the action, the invocation's token, and the action's own parameters. */
export type AdminBody = Record<string, unknown>

export interface AdminOptions {
  clock: Clock
  database: Database
  gate: FaultGate
  invocations: Invocations
  latencyMs: number
  logs: Logs
  openApi: OpenApi
  quota: Quota | undefined
  runtime: Runtime
  stats: Stats
  storage: Storage
}

interface Request {
  action: string
  body: AdminBody
  invocation: Invocation | undefined
  /** The SDK's X-TCB-Source header: the chain of sources so far and 'scf'. */
  source: string
}

/** JSON, or for `wx.openApi` the bytes of WeChat's own answer. */
export type AdminReply = Record<string, unknown> | Buffer

type Handler = (request: Request) => Promise<AdminReply>

/** What an action is called when a fault of a test struck it. */
const INJECTED_CODES: Record<string, string> = {
  database: 'DATABASE_REQUEST_FAILED',
  storage: 'STORAGE_REQUEST_FAIL',
  functions: 'FUNCTIONS_REQUEST_FAIL',
}

/** The SDK's endpoint: tells whose request it is, counts it, and hands it to the service it names. */
export class Admin {
  /** By the part of the action before the dot: 'database', 'functions'. */
  private readonly services: Record<string, Handler>

  constructor(private readonly options: AdminOptions) {
    this.services = {
      database: (request) => this.database(request),
      functions: (request) => this.functions(request),
      storage: async ({ action, body, invocation }) =>
        storageAction(options.storage, action, body, invocation?.token),
      openapi: (request) => this.openApi(request),
    }
  }

  /** Answers one SDK request: JSON with requestId, and with code and message when refused. */
  async handle(body: AdminBody, source: string): Promise<AdminReply> {
    const { gate, invocations, latencyMs } = this.options
    const action = actionOf(body)
    const service = action.slice(0, action.indexOf('.'))
    const invocation = invocations.find(body.wxCloudApiToken)
    const kind = kindOf(action)
    this.count(invocation, action, kind)
    const requestId = randomUUID()
    try {
      if (latencyMs > 0) await sleep(latencyMs)
      const reply = await gate.run(
        invocation?.token,
        { action, collection: body.collectionName },
        () => this.service(action, service)({ action, body, invocation, source }),
      )
      return Buffer.isBuffer(reply) ? reply : { requestId, ...reply }
    } catch (error) {
      if (error instanceof NobodyToAnswer) throw error
      if (error instanceof InjectedFault) {
        if (service === 'openapi') return systemBusy()
        return { requestId, code: INJECTED_CODES[service] ?? 'SYS_ERR', message: error.message }
      }
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
    else if (kind !== 'other') invocation[kind]++
    if (invocation.ended) {
      stats.actedAfterReturn()
      this.log(invocation, 'warn', `${action} was sent after the function had returned`)
    }
  }

  private service(action: string, name: string): Handler {
    const service = Object.hasOwn(this.services, name) ? this.services[name] : undefined
    if (service) return service
    throw new CloudError(
      'INVALID_ACTION',
      `[InvalidAction] the local cloud does not answer ${JSON.stringify(action)}`,
    )
  }

  private async database({ action, body, invocation }: Request): Promise<AdminReply> {
    const { clock, database, quota, stats } = this.options
    if (!database.knows(action))
      throw new CloudError(
        'INVALID_ACTION',
        `[InvalidAction] unknown database action ${JSON.stringify(action)}`,
      )
    const cost = { documentsExamined: 0, documentsWritten: 0 }
    const run = (): Promise<Record<string, unknown>> =>
      database.run(action, body, {
        owner: invocation?.token ?? '',
        now: Math.floor(clock.now()),
        warn: (message) => this.log(invocation, 'warn', message),
        cost,
      })
    try {
      return await (quota ? quota.database(kindOf(action), run) : run())
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
  private async functions({ action, body, invocation, source }: Request): Promise<AdminReply> {
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

  /** `wx.openApi`: the permissions are those of the function that calls; nobody else has any. */
  private async openApi({ action, body, invocation }: Request): Promise<AdminReply> {
    const { openApi, runtime } = this.options
    const definition = runtime.functions.get(invocation?.function ?? '')
    const request = Buffer.isBuffer(body.requestData) ? body.requestData : Buffer.alloc(0)
    return openApi.call(action.slice('openapi.'.length), request, definition?.openapi ?? [])
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

/** The action's name; a call of an open API is named after the API. */
function actionOf({ action, apiName }: AdminBody): string {
  if (action === 'wx.openApi' && typeof apiName === 'string') return `openapi.${apiName}`
  return typeof action === 'string' ? action : ''
}
