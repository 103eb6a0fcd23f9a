import { AsyncLocalStorage } from 'node:async_hooks'
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { REPLY_TOO_LARGE, MAX_REPLY_BYTES } from './reply-size'
import { ActionChain } from './worker-chain'
import { installClock } from './worker-clock'
import { installEnv } from './worker-env'
import { peakMemory } from './worker-memory'
import { installOutput } from './worker-output'
import type {
  CloudMessage,
  Failure,
  InvokeMessage,
  WorkerMessage,
  WorkerStart,
} from './worker-protocol'

// One instance of a cloud function, a process of its own: it loads the function once and runs one
// invocation at a time.

const { directory, clockOffset, adminPath, memoryBytes } = JSON.parse(
  process.argv[2]!,
) as WorkerStart
process.argv.length = 2

interface Invocation {
  token: string
  requestId: string
  ended: boolean
}

/** Which invocation the running code belongs to, also when it acts after its invocation has returned. */
const current = new AsyncLocalStorage<Invocation>()
let latest: Invocation = { token: '', requestId: '', ended: true }
const invocation = (): Invocation => current.getStore() ?? latest

// The channel to the cloud is not the function's business.
const sendToCloud = process.send!.bind(process)
const send = (message: WorkerMessage): void => void sendToCloud(message)
Object.assign(process, { send: undefined, disconnect: undefined })
const endAtOnce = process.kill.bind(process, process.pid, 'SIGKILL')
process.once('disconnect', endAtOnce)

const setOffset = installClock(clockOffset)
const peak = peakMemory()
const actions = new ActionChain(adminPath, invocation, (longest) =>
  send({ type: 'chain', requestId: latest.requestId, longest }),
)

// The SDK reads its token from the environment at each request. Everything else in process.env is
// one per process, as in the real cloud, so that a function that mixes up two callers does so here.
installEnv(() => current.getStore()?.token)
installOutput((level, text) =>
  send({ type: 'log', requestId: invocation().requestId, level, text }),
)
if (process.platform === 'linux')
  try {
    // A machine that runs out of memory ends this process, not the cloud.
    writeFileSync('/proc/self/oom_score_adj', '1000')
  } catch {
    // Then the kernel chooses by size.
  }

// What an ended invocation left behind throws on its own account; what the running one lets
// through ends it. A function that listens itself decides itself.
process.on('uncaughtException', (error) => {
  if (process.listenerCount('uncaughtException') > 1) return
  const { requestId, ended } = invocation()
  const failure = describe(error)
  send({ type: 'log', requestId, level: 'error', text: failure.stack })
  send(ended ? { type: 'spoiled' } : { type: 'crash', requestId, failure })
})

type Handler = (
  event: unknown,
  context: unknown,
  callback: (error: unknown, result?: unknown) => void,
) => unknown

let handler: Handler | undefined

function load(): Handler {
  const main = createRequire(join(directory, 'index.js'))('./index.js') as { main?: unknown }
  if (typeof main.main !== 'function') throw new Error('handler not found')
  return main.main as Handler
}

function describe(error: unknown): Failure {
  if (error instanceof Error) return { message: String(error), stack: error.stack ?? String(error) }
  const text = typeof error === 'string' ? error : inspect(error)
  return { message: text, stack: text }
}

/** The function's answer: what it returns, or hands to the callback when it takes one. */
function run(main: Handler, event: unknown, context: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const callback = (error: unknown, result?: unknown): void => {
      if (error === null || error === undefined) resolve(result)
      // What the function handed over is passed on as it is, an Error or not.
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
      else reject(error)
    }
    const returned = main(event, context, callback)
    const promised = typeof (returned as { then?: unknown } | undefined)?.then === 'function'
    if (promised || main.length < 3 || returned !== undefined) resolve(returned)
  })
}

/** What the function returned, as it travels. Throws when it is too large to. */
function replyOf(returned: unknown): string {
  const result = JSON.stringify(returned ?? null) ?? 'null'
  if (Buffer.byteLength(result) > MAX_REPLY_BYTES) throw new Error(REPLY_TOO_LARGE)
  return result
}

const applied = new Set<string>()

function applyEnv(env: Record<string, string>): void {
  for (const name of applied) if (!(name in env)) delete process.env[name]
  applied.clear()
  for (const [name, value] of Object.entries(env)) {
    process.env[name] = value
    applied.add(name)
  }
}

async function invoke(own: Invocation, message: InvokeMessage): Promise<void> {
  const { requestId } = own
  const end = (reply: WorkerMessage): void => {
    own.ended = true
    send(peak() > memoryBytes ? { type: 'memory', requestId } : reply)
  }
  try {
    if (handler === undefined) {
      handler = load()
      send({ type: 'started', requestId })
    }
    const returned = await run(handler, message.event, message.context)
    end({ type: 'done', requestId, result: replyOf(returned) })
  } catch (error) {
    const failure = describe(error)
    send({ type: 'log', requestId, level: 'error', text: failure.stack })
    end({ type: 'failed', requestId, failure })
  }
}

process.on('message', (message: CloudMessage) => {
  if (message.type === 'clock') return setOffset(message.offset)
  setOffset(message.clockOffset)
  const own = { token: message.token, requestId: message.requestId, ended: false }
  latest = own
  actions.reset(own)
  applyEnv(message.env)
  void current.run(own, () => invoke(own, message))
})
