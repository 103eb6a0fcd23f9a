import { Worker } from 'node:worker_threads'
import type { FunctionDefinition } from './functions'
import type { LogLine } from './logs'
import type { Failure, InvokeMessage, WorkerMessage, WorkerStart } from './worker-protocol'

export type InstanceResult =
  | { type: 'done'; result: string }
  | { type: 'failed'; failure: Failure }
  | { type: 'timeout' }
  | { type: 'crash'; message: string }

export interface InstanceHooks {
  onLog: (line: Omit<LogLine, 'time'>) => void
  /** The worker has ended, whatever the reason; it takes no more invocations. */
  onExit: (instance: Instance) => void
}

const LOAD_TIMEOUT_MS = 60_000
const WORKER_FILE = new URL(
  import.meta.url.endsWith('.ts') ? '../dist/worker.js' : './worker.js',
  import.meta.url,
)

/** One worker thread with one function in it. */
export class Instance {
  private readonly worker: Worker
  private readonly chain = new SharedArrayBuffer(4)
  private settle: ((result: InstanceResult) => void) | undefined
  private timer: NodeJS.Timeout | undefined
  private requestId = ''
  private crash = '0 code exit unexpected'
  private alive = true

  constructor(
    private readonly definition: FunctionDefinition,
    clock: SharedArrayBuffer,
    env: Record<string, string>,
    private readonly hooks: InstanceHooks,
  ) {
    const start: WorkerStart = {
      directory: definition.directory,
      clock,
      chain: this.chain,
      adminPath: '/admin',
    }
    this.worker = new Worker(WORKER_FILE, {
      workerData: start,
      env,
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: definition.memoryMb },
    })
    this.worker.stdout.on('data', (text: Buffer) => this.log('log', text))
    this.worker.stderr.on('data', (text: Buffer) => this.log('error', text))
    this.worker.on('message', (message: WorkerMessage) => this.receive(message))
    this.worker.on('error', (error: Error & { code?: string }) => {
      this.crash =
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? `memory limit exceeded: ${definition.memoryMb} MB`
          : String(error)
      this.log('error', error.stack ?? this.crash)
    })
    this.worker.on('exit', () => {
      this.alive = false
      this.hooks.onExit(this)
      this.finish({ type: 'crash', message: this.crash })
    })
  }

  get isAlive(): boolean {
    return this.alive
  }

  /** The longest chain of actions of the latest invocation, known also when its worker was ended. */
  get sequential(): number {
    return Atomics.load(new Int32Array(this.chain), 0)
  }

  /** Runs one invocation. The time limit counts from when the function itself begins. */
  invoke(message: InvokeMessage): Promise<InstanceResult> {
    this.requestId = message.requestId
    return new Promise((resolve) => {
      this.settle = resolve
      this.limit(LOAD_TIMEOUT_MS)
      this.worker.postMessage(message)
    })
  }

  /** Ends the worker at once; an invocation in it ends as a crash. */
  terminate(): Promise<unknown> {
    this.alive = false
    return this.worker.terminate()
  }

  private receive(message: WorkerMessage): void {
    if (message.type === 'log') {
      const { level, requestId, text } = message
      this.hooks.onLog({ level, function: this.definition.name, requestId, text })
    } else if (message.requestId !== this.requestId) return
    else if (message.type === 'started') this.limit(this.definition.timeoutMs)
    else if (message.type === 'done') this.finish({ type: 'done', result: message.result })
    else this.finish({ type: 'failed', failure: message.failure })
  }

  private limit(ms: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => {
      this.finish({ type: 'timeout' })
      void this.terminate()
    }, ms)
  }

  private finish(result: InstanceResult): void {
    clearTimeout(this.timer)
    const settle = this.settle
    this.settle = undefined
    settle?.(result)
  }

  private log(level: LogLine['level'], text: Buffer | string): void {
    this.hooks.onLog({
      level,
      function: this.definition.name,
      requestId: this.requestId,
      text: text.toString().trimEnd(),
    })
  }
}
