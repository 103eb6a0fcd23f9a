export interface LogLine {
  /** ISO time of the cloud's clock. */
  time: string
  level: 'debug' | 'info' | 'log' | 'warn' | 'error'
  function: string
  requestId: string
  text: string
}

const KEPT = 5000

/** The latest log lines of functions and of the cloud itself. */
export class Logs {
  private lines: LogLine[] = []

  constructor(
    private readonly now: () => number,
    private readonly sink: ((line: string) => void) | undefined,
  ) {}

  add(line: Omit<LogLine, 'time'>): void {
    const full = { time: new Date(this.now()).toISOString(), ...line }
    this.lines.push(full)
    if (this.lines.length > KEPT * 1.2) this.lines = this.lines.slice(-KEPT)
    this.sink?.(
      `${full.time} ${full.level} ${full.function || '-'} ${full.requestId || '-'} ${full.text}`,
    )
  }

  /** Newest last; only one request's when an id is given. */
  list(requestId?: string): LogLine[] {
    const kept = this.lines.slice(-KEPT)
    return requestId === undefined ? kept : kept.filter((line) => line.requestId === requestId)
  }
}
