/** The cloud's clock: real time plus an offset that workers read through shared memory. */
export class Clock {
  /** One float64: milliseconds to add to real time. */
  readonly shared = new SharedArrayBuffer(8)
  private readonly offset = new Float64Array(this.shared)

  constructor(now?: number) {
    if (now !== undefined) this.offset[0] = now - Date.now()
  }

  now(): number {
    return Date.now() + this.offset[0]!
  }

  /** Moves the clock to a time, unless it is there or past it already. */
  forwardTo(time: number): void {
    if (time > this.now()) this.offset[0] = time - Date.now()
  }
}
