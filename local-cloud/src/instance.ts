import { fork, type ChildProcess } from 'node:child_process'
import type { FunctionDefinition } from './functions'
import type { LogLine } from './logs'
import { heapMb, memoryBytes, type MemoryLimit } from './memory-limit'
import type { Reaper } from './reaper'
import type {
  CloudMessage,
  Failure,
  InvokeMessage,
  WorkerMessage,
  WorkerStart,
} from './worker-protocol'

export type InstanceResult =
  | { type: 'done'; result: string }
  | { type: 'failed'; failure: Failure }
  | { type: 'timeout' }
  | { type: 'crash'; message: string }

/** What all instances of a cloud share. */
export interface Host {
  clockOffset: () => number
  memory: MemoryLimit
  reaper: Reaper
}

export interface InstanceHooks {
  onLog: (line: Omit<LogLine, 'time'>) => void
  /** An ended invocation has thrown in it: it should take no further one. */
  onSpoiled: (instance: Instance) => void
  /** The process has ended, whatever the reason; it takes no more invocations. */
  onExit: (instance: Instance) => void
}

const LOAD_TIMEOUT_MS = 60_000
/** How long what a dead process has sent may take to arrive. Its pipes close sooner, unless others hold them. */
const LAST_WORDS_MS = 200
const WORKER_FILE = new URL(
  import.meta.url.endsWith('.ts') ? '../dist/worker.cjs' : './worker.cjs',
  import.meta.url,
)
/** How Node says, before it aborts, that it had no memory left. */
const OUT_OF_MEMORY = /out of memory|Allocation failed|invalid size error/i
const TAIL = 4096
// A group of its own takes what the function itself starts with it, and is out of reach of a Ctrl+C.
const GROUPS = process.platform !== 'win32'

/** One process with one function in it. */
export class Instance {
  private readonly child: ChildProcess
  private readonly closed: Promise<void>
  private settle: ((result: InstanceResult) => void) | undefined
  private timer: NodeJS.Timeout | undefined
  private requestId = ''
  private longest = 0
  /** The end of what Node itself has written to stderr. */
  private tail = ''
  /** Why the process is being ended, once it is. */
  private verdict: InstanceResult | undefined
  private alive = true
  private isLoaded = false

  constructor(
    private readonly definition: FunctionDefinition,
    env: Record<string, string>,
    private readonly host: Host,
    private readonly hooks: InstanceHooks,
  ) {
    const start: WorkerStart = {
      directory: definition.directory,
      clockOffset: host.clockOffset(),
      adminPath: '/admin',
      memoryBytes: memoryBytes(definition.memoryMb),
    }
    this.child = fork(WORKER_FILE, [JSON.stringify(start)], {
      execArgv: [`--max-old-space-size=${heapMb(definition.memoryMb)}`],
      env,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: GROUPS,
    })
    const { pid } = this.child
    if (pid !== undefined) {
      host.reaper.add(pid)
      host.memory.watch(pid, {
        bytes: start.memoryBytes,
        isBusy: () => this.settle !== undefined,
        exceeded: () => this.outOfMemory(),
      })
    }
    this.child.stdout?.on('data', (text: Buffer) => this.log('log', text.toString()))
    this.child.stderr?.on('data', (text: Buffer) => {
      this.tail = (this.tail + text.toString()).slice(-TAIL)
      this.log('error', text.toString())
    })
    this.child.on('message', (message: WorkerMessage) => this.receive(message))
    this.closed = new Promise((resolve) => {
      this.child.once('close', () => resolve())
      this.child.once('exit', () => {
        // What the function started must not outlive it.
        this.killGroup()
        setTimeout(resolve, LAST_WORDS_MS).unref()
      })
      // It could not be started, or not be told something: the first has no exit, the second has one.
      this.child.on('error', (error) => {
        this.log('error', String(error))
        if (this.child.pid === undefined) resolve()
      })
    })
    void this.closed.then(() => this.end())
  }

  get isAlive(): boolean {
    return this.alive
  }

  /** The longest chain of actions of the latest invocation, known also when its process was ended. */
  get sequential(): number {
    return this.longest
  }

  /** Runs one invocation. The time limit counts from when the function itself begins, not from its load. */
  invoke(message: InvokeMessage): Promise<InstanceResult> {
    this.requestId = message.requestId
    this.longest = 0
    return new Promise((resolve) => {
      this.settle = resolve
      this.limit(this.isLoaded ? this.definition.timeoutMs : LOAD_TIMEOUT_MS)
      this.send({ type: 'invoke', clockOffset: this.host.clockOffset(), ...message })
    })
  }

  /** The clock has moved: a running invocation goes by it as soon as it waits; a later one begins with it. */
  setClock(offset: number): void {
    if (this.settle) this.send({ type: 'clock', offset })
  }

  /** Ends the process at once; an invocation in it ends as a crash. */
  terminate(): Promise<void> {
    this.kill({ type: 'crash', message: this.crash(null, 'SIGKILL') })
    return this.closed
  }

  private send(message: CloudMessage): void {
    if (this.child.connected) this.child.send(message, () => undefined)
  }

  private receive(message: WorkerMessage): void {
    if (message.type === 'log') {
      const { level, requestId, text } = message
      this.hooks.onLog({ level, function: this.definition.name, requestId, text })
    } else if (message.type === 'spoiled') this.hooks.onSpoiled(this)
    else if (message.requestId !== this.requestId) return
    else if (message.type === 'chain') this.longest = message.longest
    else if (this.verdict === undefined) this.settleBy(message)
  }

  private settleBy(message: Exclude<WorkerMessage, { type: 'log' | 'spoiled' | 'chain' }>): void {
    switch (message.type) {
      case 'started':
        this.isLoaded = true
        return this.limit(this.definition.timeoutMs)
      case 'done':
        return this.finish({ type: 'done', result: message.result })
      case 'failed':
        return this.finish({ type: 'failed', failure: message.failure })
      case 'crash':
        return this.kill({ type: 'crash', message: message.failure.message })
      case 'memory':
        return this.outOfMemory()
    }
  }

  private limit(ms: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.kill({ type: 'timeout' }), ms)
  }

  private outOfMemory(): void {
    if (this.verdict) return
    // Without a call to answer, the log is where it is told: what an ended invocation left behind goes on.
    if (this.settle === undefined) this.log('error', this.memoryExceeded())
    this.kill({ type: 'crash', message: this.memoryExceeded() })
  }

  private memoryExceeded(): string {
    return `memory limit exceeded: ${this.definition.memoryMb} MB`
  }

  /** Nothing of the process runs any more when its invocation is answered: it is answered at its end. */
  private kill(verdict: InstanceResult): void {
    this.alive = false
    this.verdict ??= verdict
    this.killGroup()
  }

  /** The process and, where there are groups, what the function itself has started. */
  private killGroup(): void {
    const { pid } = this.child
    if (!GROUPS) this.child.kill('SIGKILL')
    else if (pid !== undefined)
      try {
        process.kill(-pid, 'SIGKILL')
      } catch {
        // All of the group has ended, or the process has left it.
        this.child.kill('SIGKILL')
      }
  }

  private end(): void {
    this.alive = false
    const { pid, exitCode, signalCode } = this.child
    if (pid !== undefined) {
      this.host.reaper.remove(pid)
      this.host.memory.unwatch(pid)
    }
    this.hooks.onExit(this)
    this.finish(this.verdict ?? { type: 'crash', message: this.crash(exitCode, signalCode) })
  }

  private finish(result: InstanceResult): void {
    clearTimeout(this.timer)
    const settle = this.settle
    this.settle = undefined
    settle?.(result)
  }

  private crash(code: number | null, signal: NodeJS.Signals | null): string {
    if (code !== 0 && OUT_OF_MEMORY.test(this.tail)) return this.memoryExceeded()
    return signal === null ? `${code ?? 0} code exit unexpected` : `exit unexpected: ${signal}`
  }

  private log(level: LogLine['level'], text: string): void {
    this.hooks.onLog({
      level,
      function: this.definition.name,
      requestId: this.requestId,
      text: text.trimEnd(),
    })
  }
}
