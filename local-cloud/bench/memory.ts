import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)
const EVERY_MS = 250

/** The largest resident memory of a process while it is watched, in bytes. Needs `ps`. */
export class MemoryWatch {
  private readonly timer: NodeJS.Timeout
  largest = 0

  constructor(private readonly pid: number) {
    this.timer = setInterval(() => void this.look().catch(() => undefined), EVERY_MS)
  }

  /** Now, in bytes. Throws where there is no `ps` or no such process. */
  async look(): Promise<number> {
    const { stdout } = await run('ps', ['-o', 'rss=', '-p', String(this.pid)])
    const bytes = Number(stdout) * 1024
    this.largest = Math.max(this.largest, bytes)
    return bytes
  }

  /**
   * What the processes that it has started hold now, in bytes, with the pages that they share counted in
   * each. The reaper's shell is among them.
   */
  async children(): Promise<number> {
    const { stdout } = await run('ps', ['-A', '-o', 'ppid=,rss='])
    const rows = stdout
      .trim()
      .split('\n')
      .map((row) => row.trim().split(/\s+/).map(Number))
    return (
      rows.reduce((sum, [parent, rss]) => sum + (parent === this.pid ? (rss ?? 0) : 0), 0) * 1024
    )
  }

  stop(): void {
    clearInterval(this.timer)
  }
}
