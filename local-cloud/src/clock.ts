/** The cloud's clock: real time plus an offset. */
export class Clock {
  private offset = 0
  private moved: (offset: number) => void = () => undefined

  constructor(now?: number) {
    if (now !== undefined) this.offset = now - Date.now()
  }

  /** Milliseconds to add to real time. */
  get offsetMs(): number {
    return this.offset
  }

  /** Who is told each new offset: the instances run on it, too. */
  onMoved(moved: (offset: number) => void): void {
    this.moved = moved
  }

  now(): number {
    return Date.now() + this.offset
  }

  /** Moves the clock to a time, unless it is there or past it already. */
  forwardTo(time: number): void {
    if (time <= this.now()) return
    this.offset = time - Date.now()
    this.moved(this.offset)
  }
}
