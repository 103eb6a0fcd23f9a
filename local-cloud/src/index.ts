import { Admin } from './admin'
import { Clock } from './clock'
import { Database, type CollectionsOption } from './db/database'
import { DataError } from './db/store'
import type { ConflictsAt } from './db/transactions'
import { FaultGate } from './fault-gate'
import { Faults } from './faults'
import { FunctionsError, loadFunctions } from './functions'
import { consoleHandler } from './http/console'
import { controlRoutes, type Person } from './http/control'
import { callText, HttpServer, ListenError } from './http/server'
import { StorageHttp } from './http/storage'
import { transferHandler } from './http/transfer'
import { Invocations } from './invocations'
import { Logs } from './logs'
import type { ContentRule } from './openapi/content-rules'
import type { MessageTemplate } from './openapi/context'
import { PhoneWorld } from './phone-world'
import { PROFILES, Quota, type Profile } from './quota'
import { Runtime } from './runtime'
import { Stats } from './stats'
import { openStorage } from './storage/open-storage'
import type { StorageRule } from './storage/storage'
import { Timers } from './timers'
import { watchFolder } from './watch'

export type { IndexSpec } from './db/index-keys'
export type { CollectionsOption } from './db/database'
export type { ConflictsAt } from './db/transactions'
export type { Person } from './http/control'
export type { ContentRule } from './openapi/content-rules'
export type { MessageTemplate } from './openapi/context'
export type { InboxMessage } from './openapi/phone-state'
export type { Profile } from './quota'
export type { CallStats } from './stats'
export type { StorageRule } from './storage/storage'
export type { Firing } from './timers'
export { DataError, FunctionsError, ListenError }

/** Fills an empty database. Documents are plain objects; a Date is kept as a date. */
export interface SeedDb {
  /** One SQL transaction; the collection is made where it lacks. A missing `_id` is generated. */
  insertMany(collection: string, docs: readonly object[]): void
}

export interface LocalCloudOptions {
  /** Each <name>/index.js (exports.main) with its package.json and config.json is a function. */
  functionsDir: string
  /** 0 picks a free one. */
  port: number
  /** A directory, or ':memory:'. */
  data: string
  /** Collections that exist from the start, and exactly their indexes. */
  collections?: CollectionsOption | undefined
  /** Called only while the database has never been seeded. */
  seed?: ((db: SeedDb) => void | Promise<void>) | undefined
  /** Added to each request of the SDK, in ms. */
  latencyMs?: number | undefined
  /** Where the cloud's clock starts, epoch ms; real time when absent. */
  now?: number | undefined
  /** 'auto' (the default): cron timers also fire by themselves; 'manual': only through POST /clock. */
  timers?: 'auto' | 'manual' | undefined
  /** Concurrent instances of one function; 20 when absent. */
  maxInstances?: number | undefined
  /** Files served at '/'. */
  staticDir?: string | undefined
  /** Whom a client may say to be (`GET /people`), for a page that lets its user choose. */
  people?: readonly Person[] | undefined
  /** Extra environment variables of functions. */
  env?: Record<string, string> | undefined
  /** What clients may do with files; `{ read: false, write: 'uploader' }` when absent. */
  storageRule?: StorageRule | undefined
  /** The largest file, in bytes; 50 MB when absent. */
  maxFileBytes?: number | undefined
  /** The function that gets WeChat's pushes which no config.json claims (`messagePush`). */
  pushFunction?: string | undefined
  /** The program's subscription templates by id; any id is taken when absent. */
  messageTemplates?: Record<string, MessageTemplate> | undefined
  /** The program's pages, `['pages/index/index']`; any page is taken when absent. */
  pages?: readonly string[] | undefined
  /** What security checks find; a few words when absent. */
  contentRules?: readonly ContentRule[] | undefined
  /** How long a media check takes, in ms of real time; 500 when absent. */
  mediaCheckMs?: number | undefined
  /**
   * When the loser of a transaction conflict is told: 'write' (the default), as the real cloud was seen
   * to do, or 'commit', after the winner, so that runTransaction of wx-server-sdk repeats by itself.
   */
  transactionConflicts?: ConflictsAt | undefined
  /** Enforces an environment's quota; nothing is limited when absent. */
  profile?: Profile | undefined
  /** Reloads when the functions' files change. */
  watch?: boolean | undefined
  /** Told every log line of functions and of the cloud. */
  log?: ((line: string) => void) | undefined
}

/** As POST /call answers: the function's return value, or how wx.cloud.callFunction would fail. */
export type CallResult =
  { result: unknown; requestID: string } | { errCode: number; errMsg: string; requestID: string }

export interface LocalCloud {
  url: string
  port: number
  /** Calls a function as POST /call does, or as another source: 'wx_trigger' for a timer. */
  call(
    name: string,
    event: unknown,
    caller?: { openid?: string; source?: string },
  ): Promise<CallResult>
  /**
   * The functions were rebuilt: later calls run the new code, with the functions, settings and timers
   * of now; running calls end as they began. Throws FunctionsError, and nothing changes then.
   */
  reload(): void
  /** Ends instances, connections and the database. */
  close(): Promise<void>
}

const DEFAULT_MAX_INSTANCES = 20

/** Starts a cloud. Throws FunctionsError, DataError or ListenError, each with one clear sentence. */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const functions = loadFunctions(options.functionsDir)
  const clock = new Clock(options.now)
  const logs = new Logs(() => clock.now(), options.log)
  const stats = new Stats(() => clock.now())
  const invocations = new Invocations()
  const faults = new Faults()
  const { data: place, collections, transactionConflicts } = options
  const database = new Database(place, collections, transactionConflicts)
  const { profile } = options
  const quota = profile && new Quota(PROFILES[profile], clock)
  const runtime = new Runtime({
    functions,
    maxInstances: options.maxInstances ?? DEFAULT_MAX_INSTANCES,
    env: options.env ?? {},
    quota,
    clock,
    logs,
    stats,
    invocations,
    onKilled: (invocation) => database.transactions.abortOwner(invocation.token),
    hasOpenTransaction: (invocation) => database.transactions.isOpenBy(invocation.token),
  })
  let timers: Timers | undefined
  let server: HttpServer | undefined
  const ends: (() => void)[] = []
  let closeStorage: (() => void) | undefined
  const close = async (): Promise<void> => {
    timers?.close()
    for (const end of ends.splice(0)) end()
    await runtime.close()
    await server?.close()
    closeStorage?.()
    database.close()
  }
  try {
    const { data, storageRule, maxFileBytes } = options
    const opened = openStorage({ data, rule: storageRule, maxFileBytes }, clock)
    const { storage } = opened
    closeStorage = opened.close
    const { pushFunction, messageTemplates, pages, contentRules, mediaCheckMs } = options
    const world = new PhoneWorld(
      {
        sql: database.store.sql,
        pushFunction,
        messageTemplates,
        pages,
        contentRules,
        mediaCheckMs,
      },
      { clock, logs, runtime, storage },
    )
    ends.push(() => world.close())
    const { seed } = options
    const seedDb: SeedDb = { insertMany: (name, docs) => database.insertMany(name, docs) }
    if (seed) await database.seed(() => seed(seedDb))
    const fire = async (name: string, trigger: string, at: Date): Promise<boolean> => {
      const event = { Type: 'Timer', TriggerName: trigger, Time: at.toISOString(), Message: '' }
      const caller = { openid: undefined, source: 'wx_trigger', timer: true }
      return 'result' in (await runtime.call(name, event, caller))
    }
    const timed = new Timers(functions.values(), clock, fire, options.timers !== 'manual')
    timers = timed
    const latencyMs = options.latencyMs ?? 0
    const gate = new FaultGate(faults, invocations, runtime)
    const admin = new Admin({
      clock,
      database,
      gate,
      invocations,
      latencyMs,
      logs,
      openApi: world.openApi,
      quota,
      runtime,
      stats,
      storage,
    })
    const routes = controlRoutes({
      clock,
      faults,
      logs,
      stats,
      timers: timed,
      people: options.people ?? [],
    })
    const handlers = [
      transferHandler(database),
      consoleHandler({
        database,
        functions: () => runtime.functions,
        atRoot: options.staticDir === undefined,
        port: () => server?.port ?? 0,
      }),
    ]
    server = new HttpServer({
      admin,
      runtime,
      routes: { ...routes, ...world.routes },
      storage: new StorageHttp(storage, gate),
      handlers,
      staticDir: options.staticDir,
    })
    const port = await server.listen(options.port)
    runtime.listenAt(`http://127.0.0.1:${port}/admin`)
    storage.listenAt(`http://127.0.0.1:${port}`)
    const reload = (): void => {
      const fresh = loadFunctions(options.functionsDir)
      timed.replace(fresh.values())
      runtime.reload(fresh)
    }
    if (options.watch) ends.push(watchFolder(options.functionsDir, () => reloadOrSay(reload, logs)))
    return {
      url: `http://127.0.0.1:${port}`,
      port,
      reload,
      close: once(close),
      async call(name, event, caller = {}) {
        const source = caller.source ?? 'wx_client'
        const timer = source === 'wx_trigger'
        const reply = await runtime.call(name, event ?? {}, {
          openid: caller.openid,
          source,
          timer,
        })
        return JSON.parse(callText(reply)) as CallResult
      },
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** What is half built or wrong is said in the log, and the functions stay as they were. */
function reloadOrSay(reload: () => void, logs: Logs): void {
  const line = { function: '', requestId: '' }
  try {
    reload()
    logs.add({ ...line, level: 'info', text: 'the functions were reloaded' })
  } catch (error) {
    if (!(error instanceof FunctionsError)) throw error
    logs.add({ ...line, level: 'error', text: `not reloaded: ${error.message}` })
  }
}

function once(close: () => Promise<void>): () => Promise<void> {
  let closing: Promise<void> | undefined
  return () => (closing ??= close())
}
