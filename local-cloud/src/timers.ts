import { Cron } from 'croner'
import type { Clock } from './clock'
import { FunctionsError, type FunctionDefinition } from './functions'

interface Timer {
  function: string
  trigger: string
  config: string
  cron: Cron
  /** Epoch ms of the next firing, undefined when there is none. */
  next: number | undefined
}

export interface Firing {
  function: string
  trigger: string
  /** ISO time the timer was due. */
  at: string
  ok: boolean
}

/** Runs one timer's function; true when it ended well. */
export type Fire = (functionName: string, trigger: string, at: Date) => Promise<boolean>

const LONGEST_SLEEP_MS = 2 ** 30

/** The cron timers of all functions: fired by real time, by moving the clock, or both. */
export class Timers {
  private timers: Timer[]
  private queue: Promise<unknown> = Promise.resolve()
  private alarm: NodeJS.Timeout | undefined
  private closed = false

  /** Throws FunctionsError for a cron line that can't be read. */
  constructor(
    functions: Iterable<FunctionDefinition>,
    private readonly clock: Clock,
    private readonly fire: Fire,
    private readonly automatic: boolean,
  ) {
    this.timers = readTimers(functions, clock.now())
    this.arm()
  }

  /** The functions have changed. A timer that stays as it was keeps its next firing. Throws FunctionsError. */
  replace(functions: Iterable<FunctionDefinition>): void {
    const fresh = readTimers(functions, this.clock.now())
    for (const timer of fresh) {
      const before = this.timers.find(
        (old) =>
          old.function === timer.function &&
          old.trigger === timer.trigger &&
          old.config === timer.config,
      )
      if (before) timer.next = before.next
    }
    this.timers = fresh
    this.arm()
  }

  /**
   * Moves the clock to a time and fires what falls due on the way, one by one, each at its own time; or, with
   * `asleep`, each timer that has fallen due once, when the time is there: days pass in no time then. `targetAt`
   * is asked when the moves before it are over; where that time has gone by meanwhile, the clock stays.
   */
  advanceTo(targetAt: () => number, { asleep = false } = {}): Promise<Firing[]> {
    const run = this.queue.then(async () => {
      const target = targetAt()
      if (asleep) this.sleepUntil(target)
      const fired = await this.fireUntil(target)
      this.clock.forwardTo(target)
      this.arm()
      return fired
    })
    this.queue = run.catch(() => undefined)
    return run
  }

  close(): void {
    this.closed = true
    clearTimeout(this.alarm)
  }

  /** What has fallen due by then is due now, once. */
  private sleepUntil(target: number): void {
    for (const timer of this.timers)
      if (timer.next !== undefined && timer.next <= target) timer.next = target
  }

  private async fireUntil(target: number): Promise<Firing[]> {
    const fired: Firing[] = []
    while (!this.closed) {
      const due = this.earliest()
      if (due?.next === undefined || due.next > target) break
      const at = new Date(due.next)
      this.clock.forwardTo(due.next)
      due.next = nextAfter(due.cron, due.next)
      const ok = await this.fire(due.function, due.trigger, at)
      fired.push({ function: due.function, trigger: due.trigger, at: at.toISOString(), ok })
    }
    return fired
  }

  private earliest(): Timer | undefined {
    let first: Timer | undefined
    for (const timer of this.timers)
      if (timer.next !== undefined && (first?.next === undefined || timer.next < first.next))
        first = timer
    return first
  }

  private arm(): void {
    clearTimeout(this.alarm)
    if (!this.automatic || this.closed) return
    const next = this.earliest()?.next
    if (next === undefined) return
    const wait = Math.min(Math.max(next - this.clock.now(), 0), LONGEST_SLEEP_MS)
    this.alarm = setTimeout(() => {
      const run = this.queue.then(() => this.fireUntil(this.clock.now()))
      this.queue = run.then(() => this.arm()).catch(() => undefined)
    }, wait)
    this.alarm.unref()
  }
}

function readTimers(functions: Iterable<FunctionDefinition>, now: number): Timer[] {
  const timers: Timer[] = []
  for (const { name, triggers } of functions)
    for (const { name: trigger, config } of triggers) {
      if (config.trim().split(/\s+/).length !== 7)
        throw new FunctionsError(
          `The timer ${trigger} of ${name} must have seven fields (second minute hour day month weekday year), not "${config}".`,
        )
      try {
        const cron = new Cron(config, { timezone: 'Asia/Shanghai', paused: true })
        timers.push({ function: name, trigger, config, cron, next: nextAfter(cron, now) })
      } catch (error) {
        throw new FunctionsError(
          `The timer ${trigger} of ${name} has a cron line that can't be read ("${config}"): ${(error as Error).message}.`,
        )
      }
    }
  return timers
}

function nextAfter(cron: Cron, time: number): number | undefined {
  return cron.nextRun(new Date(time))?.getTime()
}
