import { AsyncLocalStorage } from 'node:async_hooks'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { format, inspect } from 'node:util'
import { parentPort, workerData } from 'node:worker_threads'
import { ActionChain } from './worker-chain'
import { installClock } from './worker-clock'
import { installEnv } from './worker-env'
import type { Failure, InvokeMessage, WorkerMessage, WorkerStart } from './worker-protocol'

// One instance of a cloud function: it loads the function once and runs one invocation at a time.

const { directory, clock, chain, adminPath } = workerData as WorkerStart
const port = parentPort!
const send = (message: WorkerMessage): void => port.postMessage(message)

/** Which invocation the running code belongs to, also when it acts after its invocation has returned. */
const current = new AsyncLocalStorage<{ token: string; requestId: string }>()
let latest = { token: '', requestId: '' }

installClock(clock)
const actions = new ActionChain(chain, adminPath, () => current.getStore() ?? latest)

// The SDK reads its token from the environment at each request. Everything else in process.env is
// one per process, as in the real cloud, so that a function that mixes up two callers does so here.
installEnv(() => current.getStore()?.token)

for (const level of ['debug', 'info', 'log', 'warn', 'error'] as const)
  console[level] = (...parts: unknown[]): void => {
    const { requestId } = current.getStore() ?? latest
    send({ type: 'log', requestId, level, text: format(...parts) })
  }

// A thread shares its process with the whole cloud: ending "itself" ends this instance only.
const kill = process.kill.bind(process)
process.kill = (pid, signal) => {
  if (pid !== process.pid || signal === 0) return kill(pid, signal)
  return process.exit(1)
}

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

const applied = new Set<string>()

function applyEnv(env: Record<string, string>): void {
  for (const name of applied) if (!(name in env)) delete process.env[name]
  applied.clear()
  for (const [name, value] of Object.entries(env)) {
    process.env[name] = value
    applied.add(name)
  }
}

async function invoke(message: InvokeMessage): Promise<void> {
  const { requestId } = message
  try {
    handler ??= load()
    send({ type: 'started', requestId })
    const returned = await run(handler, message.event, message.context)
    send({ type: 'done', requestId, result: JSON.stringify(returned ?? null) ?? 'null' })
  } catch (error) {
    const failure = describe(error)
    send({ type: 'log', requestId, level: 'error', text: failure.stack })
    send({ type: 'failed', requestId, failure })
  }
}

port.on('message', (message: InvokeMessage) => {
  latest = { token: message.token, requestId: message.requestId }
  actions.reset(latest)
  applyEnv(message.env)
  void current.run(latest, () => invoke(message))
})
