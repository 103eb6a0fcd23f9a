import type { Invocation, Outcome } from './invocations'

interface OperationStats {
  function: string
  op: string
  calls: number
  errors: number
  reads: number
  writes: number
  transactions: number
  /** Storage actions and calls of open APIs. */
  storage: number
  openapi: number
  documentsWritten: number
  documentsExamined: number
  /** Summed over calls, as the other columns. */
  sequential: number
  maxReads: number
  maxWrites: number
  maxSequential: number
}

interface FunctionStats {
  function: string
  calls: number
  maxOverlap: number
  coldStarts: number
  /** Instances alive now. */
  instances: number
}

export interface CallStats {
  requestId: string
  /** When it ended: ISO time of the cloud's clock. */
  at: string
  function: string
  op: string
  reads: number
  writes: number
  transactions: number
  storage: number
  openapi: number
  documentsWritten: number
  documentsExamined: number
  sequential: number
  ms: number
  outcome: Outcome
}

export type ActionKind = 'read' | 'write' | 'transaction' | 'storage' | 'openapi' | 'other'

const KINDS: Record<string, ActionKind> = {
  'database.getDocument': 'read',
  'database.calculateDocument': 'read',
  'database.aggregateDocuments': 'read',
  'database.insertDocument': 'write',
  'database.modifyDocument': 'write',
  'database.modifyAndReturnDoc': 'write',
  'database.removeDocument': 'write',
  'database.startTransaction': 'transaction',
  'database.commitTransaction': 'transaction',
  'database.abortTransaction': 'transaction',
}

/** What an action counts as. Calls of open APIs are named `openapi.<api>`. */
export function kindOf(action: string): ActionKind {
  if (action.startsWith('storage.')) return 'storage'
  if (action.startsWith('openapi.')) return 'openapi'
  return KINDS[action] ?? 'other'
}

const KEPT_CALLS = 200

/** What was asked of the cloud since the last reset. Requests of no invocation count under ''. */
export class Stats {
  private since = ''
  private operations = new Map<string, OperationStats>()
  private functions = new Map<string, FunctionStats>()
  private running = new Map<string, number>()
  private calls: CallStats[] = []
  private maxOverlap = 0
  private afterReturn = 0

  constructor(private readonly now: () => number) {
    this.reset()
  }

  /** Begins again; invocations in progress count from their end on, and overlap from now. */
  reset(): void {
    const instances = new Map([...this.functions].map(([name, stats]) => [name, stats.instances]))
    this.since = new Date(this.now()).toISOString()
    this.operations.clear()
    this.functions.clear()
    this.calls = []
    this.afterReturn = 0
    for (const [name, count] of instances) this.functionStats(name).instances = count
    for (const [name, count] of this.running) this.functionStats(name).maxOverlap = count
    this.maxOverlap = this.overlap()
  }

  bound(invocation: Invocation): void {
    const { function: name } = invocation
    const running = (this.running.get(name) ?? 0) + 1
    this.running.set(name, running)
    const stats = this.functionStats(name)
    stats.maxOverlap = Math.max(stats.maxOverlap, running)
    this.maxOverlap = Math.max(this.maxOverlap, this.overlap())
  }

  instance(name: string, change: 1 | -1): void {
    const stats = this.functionStats(name)
    stats.instances += change
    if (change === 1) stats.coldStarts++
  }

  ended(invocation: Invocation, outcome: Outcome): void {
    const { function: name, op, reads, writes, sequential, cost } = invocation
    this.running.set(name, (this.running.get(name) ?? 1) - 1)
    this.functionStats(name).calls++
    const stats = this.operation(name, op)
    stats.calls++
    if (outcome !== 'ok') stats.errors++
    stats.sequential += sequential
    stats.maxReads = Math.max(stats.maxReads, reads)
    stats.maxWrites = Math.max(stats.maxWrites, writes)
    stats.maxSequential = Math.max(stats.maxSequential, sequential)
    this.calls.push({
      requestId: invocation.requestId,
      at: new Date(this.now()).toISOString(),
      function: name,
      op,
      reads,
      writes,
      transactions: invocation.transactions,
      storage: invocation.storage,
      openapi: invocation.openapi,
      ...cost,
      sequential,
      ms: Math.round((performance.now() - invocation.startedAt) * 10) / 10,
      outcome,
    })
    if (this.calls.length > KEPT_CALLS) this.calls.shift()
  }

  /** Counts a request where it belongs, at once: also one whose invocation never ends well. */
  action(name: string, op: string, kind: ActionKind): void {
    const stats = this.operation(name, op)
    if (kind === 'read') stats.reads++
    else if (kind === 'write') stats.writes++
    else if (kind === 'transaction') stats.transactions++
    else if (kind !== 'other') stats[kind]++
  }

  documents(name: string, op: string, examined: number, written: number): void {
    const stats = this.operation(name, op)
    stats.documentsExamined += examined
    stats.documentsWritten += written
  }

  actedAfterReturn(): void {
    this.afterReturn++
  }

  /** The last calls one by one, newest last. */
  lastCalls(): CallStats[] {
    return this.calls
  }

  report(): object {
    return {
      since: this.since,
      operations: [...this.operations.values()],
      functions: [...this.functions.values()],
      maxOverlap: this.maxOverlap,
      afterReturn: this.afterReturn,
    }
  }

  private overlap(): number {
    let total = 0
    for (const count of this.running.values()) total += count
    return total
  }

  private functionStats(name: string): FunctionStats {
    let stats = this.functions.get(name)
    if (stats === undefined) {
      stats = { function: name, calls: 0, maxOverlap: 0, coldStarts: 0, instances: 0 }
      this.functions.set(name, stats)
    }
    return stats
  }

  private operation(name: string, op: string): OperationStats {
    const key = JSON.stringify([name, op])
    let stats = this.operations.get(key)
    if (stats === undefined) {
      stats = {
        function: name,
        op,
        calls: 0,
        errors: 0,
        reads: 0,
        writes: 0,
        transactions: 0,
        storage: 0,
        openapi: 0,
        documentsWritten: 0,
        documentsExamined: 0,
        sequential: 0,
        maxReads: 0,
        maxWrites: 0,
        maxSequential: 0,
      }
      this.operations.set(key, stats)
    }
    return stats
  }
}
