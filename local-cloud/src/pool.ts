import type { FunctionDefinition } from './functions'
import { Instance, type Host, type InstanceHooks } from './instance'

const KEPT_IDLE = 2
const IDLE_MS = 5 * 60_000

export interface PoolHooks {
  onLog: InstanceHooks['onLog']
  onInstance: (change: 1 | -1) => void
}

/** The instances of one function: a call takes an idle one, or starts one, or waits in line. */
export class Pool {
  private readonly instances = new Set<Instance>()
  private readonly idle: Instance[] = []
  private readonly waiting: ((instance: Instance) => void)[] = []
  private readonly retired = new WeakSet<Instance>()
  private readonly idleTimers = new Map<Instance, NodeJS.Timeout>()
  private closed = false

  constructor(
    private definition: FunctionDefinition,
    private env: Record<string, string>,
    private readonly maxInstances: number,
    /** Whether a call beyond the last instance waits in line; otherwise it is refused. */
    private readonly queues: boolean,
    private readonly host: Host,
    private readonly hooks: PoolHooks,
  ) {}

  get current(): FunctionDefinition {
    return this.definition
  }

  /** An instance for one invocation; `release` gives it back. Undefined when the call is refused. */
  acquire(): Promise<Instance | undefined> {
    const idle = this.idle.pop()
    if (idle) {
      clearTimeout(this.idleTimers.get(idle))
      return Promise.resolve(idle)
    }
    if (this.instances.size < this.maxInstances) return Promise.resolve(this.start())
    if (!this.queues) return Promise.resolve(undefined)
    return new Promise((resolve) => this.waiting.push(resolve))
  }

  release(instance: Instance): void {
    if (this.closed || !instance.isAlive) return
    if (this.retired.has(instance)) return void instance.terminate()
    const next = this.waiting.shift()
    if (next) return next(instance)
    this.idle.push(instance)
    const timer = setTimeout(() => {
      if (this.idle.length <= KEPT_IDLE) return
      this.idle.splice(this.idle.indexOf(instance), 1)
      void instance.terminate()
    }, IDLE_MS)
    this.idleTimers.set(instance, timer.unref())
  }

  /** No instance of now takes another call: idle ones end, busy ones when they are done. New ones are as given. */
  retire(definition: FunctionDefinition, env: Record<string, string>): void {
    this.definition = definition
    this.env = env
    for (const instance of this.instances) this.retired.add(instance)
    for (const instance of this.idle.splice(0)) void instance.terminate()
  }

  setClock(offset: number): void {
    for (const instance of this.instances) instance.setClock(offset)
  }

  async close(): Promise<void> {
    this.closed = true
    await Promise.all([...this.instances].map((instance) => instance.terminate()))
  }

  private start(): Instance {
    const instance = new Instance(this.definition, this.env, this.host, {
      onLog: this.hooks.onLog,
      onSpoiled: (spoiled) => this.spoil(spoiled),
      onExit: (ended) => this.forget(ended),
    })
    this.instances.add(instance)
    this.hooks.onInstance(1)
    return instance
  }

  /** It takes no further call: at once when it is idle, otherwise when its call is done. */
  private spoil(instance: Instance): void {
    this.retired.add(instance)
    const at = this.idle.indexOf(instance)
    if (at < 0) return
    this.idle.splice(at, 1)
    void instance.terminate()
  }

  private forget(instance: Instance): void {
    if (!this.instances.delete(instance)) return
    clearTimeout(this.idleTimers.get(instance))
    this.idleTimers.delete(instance)
    const at = this.idle.indexOf(instance)
    if (at >= 0) this.idle.splice(at, 1)
    this.hooks.onInstance(-1)
    if (this.closed) return
    const next = this.waiting.shift()
    if (next) next(this.start())
  }
}
