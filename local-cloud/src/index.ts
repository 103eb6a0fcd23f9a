import { Admin } from './admin'
import { Clock } from './clock'
import { Database, type CollectionsOption } from './db/database'
import { DataError } from './db/store'
import { Faults } from './faults'
import { FunctionsError, loadFunctions } from './functions'
import { consoleHandler } from './http/console'
import { controlRoutes, type Person } from './http/control'
import { callText, HttpServer, ListenError } from './http/server'
import { transferHandler } from './http/transfer'
import { Invocations } from './invocations'
import { Logs } from './logs'
import { Runtime } from './runtime'
import { Stats } from './stats'
import { Timers } from './timers'

export type { IndexSpec } from './db/index-keys'
export type { CollectionsOption } from './db/database'
export type { Person } from './http/control'
export type { CallStats } from './stats'
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
  /** Concurrent workers of one function; 20 when absent. */
  maxInstances?: number | undefined
  /** Files served at '/'. */
  staticDir?: string | undefined
  /** Whom a client may say to be (`GET /people`), for a page that lets its user choose. */
  people?: readonly Person[] | undefined
  /** Extra environment variables of functions. */
  env?: Record<string, string> | undefined
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
  /** The functions' code was rebuilt: later calls run the new one. */
  reload(): void
  /** Ends workers, connections and the database. */
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
  const database = new Database(options.data, options.collections)
  const runtime = new Runtime({
    functions,
    maxInstances: options.maxInstances ?? DEFAULT_MAX_INSTANCES,
    env: options.env ?? {},
    clock,
    logs,
    stats,
    invocations,
    onKilled: (invocation) => database.transactions.abortOwner(invocation.token),
  })
  let timers: Timers | undefined
  let server: HttpServer | undefined
  const close = async (): Promise<void> => {
    timers?.close()
    await runtime.close()
    await server?.close()
    database.close()
  }
  try {
    const { seed } = options
    const seedDb: SeedDb = { insertMany: (name, docs) => database.insertMany(name, docs) }
    if (seed) await database.seed(() => seed(seedDb))
    const fire = async (name: string, trigger: string, at: Date): Promise<boolean> => {
      const event = { Type: 'Timer', TriggerName: trigger, Time: at.toISOString(), Message: '' }
      const caller = { openid: undefined, source: 'wx_trigger', timer: true }
      return 'result' in (await runtime.call(name, event, caller))
    }
    timers = new Timers(functions.values(), clock, fire, options.timers !== 'manual')
    const latencyMs = options.latencyMs ?? 0
    const admin = new Admin({
      clock,
      database,
      faults,
      invocations,
      latencyMs,
      logs,
      runtime,
      stats,
    })
    const routes = controlRoutes({
      clock,
      faults,
      logs,
      stats,
      timers,
      people: options.people ?? [],
    })
    const handlers = [
      transferHandler(database),
      consoleHandler({
        database,
        functions,
        atRoot: options.staticDir === undefined,
        port: () => server?.port ?? 0,
      }),
    ]
    server = new HttpServer({ admin, runtime, routes, handlers, staticDir: options.staticDir })
    const port = await server.listen(options.port)
    runtime.listenAt(`http://127.0.0.1:${port}/admin`)
    return {
      url: `http://127.0.0.1:${port}`,
      port,
      reload: () => runtime.reload(),
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

function once(close: () => Promise<void>): () => Promise<void> {
  let closing: Promise<void> | undefined
  return () => (closing ??= close())
}
