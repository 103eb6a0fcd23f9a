import { readFileSync } from 'node:fs'

const EVERY_MS = 50
/** Every so many looks also at processes without an invocation. */
const IDLE_EVERY = 10
const HELD = /VmRSS:\s+(\d+) kB/

/** Node itself, before the function: some 50 MB, and the garbage of young objects. Not the function's. */
const NODE_ITSELF_MB = 64
/** Under this, Node does not even load the SDK. */
const SMALLEST_HEAP_MB = 32

/** Bytes that the process of a function of so many MB may hold: its heap, Buffers, code, everything. */
export const memoryBytes = (memoryMb: number): number => (memoryMb + NODE_ITSELF_MB) * 1024 * 1024

/** Node's own limit for the heap, in MB: most code that runs away ends by it, on every system. */
export const heapMb = (memoryMb: number): number => Math.max(SMALLEST_HEAP_MB, Math.floor(memoryMb))

interface Watched {
  bytes: number
  /** Whether an invocation runs in it. */
  isBusy: () => boolean
  exceeded: () => void
}

/**
 * Looks from outside at what processes hold, since code that allocates in a loop can't tell. One in which
 * nothing should run is looked at seldom. Only Linux has /proc; elsewhere the heap's limit and the
 * instance's own look after each invocation remain.
 */
export class MemoryLimit {
  private readonly watched = new Map<number, Watched>()
  private timer: NodeJS.Timeout | undefined
  private looks = 0

  watch(pid: number, watched: Watched): void {
    if (process.platform !== 'linux') return
    this.watched.set(pid, watched)
    this.timer ??= setInterval(() => this.look(), EVERY_MS).unref()
  }

  unwatch(pid: number): void {
    this.watched.delete(pid)
    if (this.watched.size > 0) return
    clearInterval(this.timer)
    this.timer = undefined
  }

  private look(): void {
    const all = this.looks++ % IDLE_EVERY === 0
    for (const [pid, { bytes, isBusy, exceeded }] of this.watched)
      if ((all || isBusy()) && heldBy(pid) > bytes) exceeded()
  }
}

/** 0 when the process is gone. */
function heldBy(pid: number): number {
  try {
    return Number(HELD.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}
