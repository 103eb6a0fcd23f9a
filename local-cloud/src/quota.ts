import { exceeded, type CallFailure } from './call-error'
import type { Clock } from './clock'
import { CloudError } from './db/errors'
import type { ActionKind } from './stats'

/** What an environment may use. */
export interface Limits {
  concurrentCallsPerFunction: number
  databaseRequestsPerSecond: number
  databaseConnections: number
  readsPerDay: number
  writesPerDay: number
  callsPerMonth: number
}

export const PROFILES = {
  /** WeChat's free quota as its documentation lists it. */
  'wechat-basic': {
    concurrentCallsPerFunction: 20,
    databaseRequestsPerSecond: 30,
    databaseConnections: 20,
    readsPerDay: 50_000,
    writesPerDay: 30_000,
    callsPerMonth: 200_000,
  },
} satisfies Record<string, Limits>

export type Profile = keyof typeof PROFILES

const CHINA_MS = 8 * 3_600_000

const requestLimit = (): CloudError =>
  new CloudError('EXCEED_REQUEST_LIMIT', '[LimitExceeded] exceed request limit')
const concurrencyLimit = (): CloudError =>
  new CloudError(
    'EXCEED_CONCURRENT_REQUEST_LIMIT',
    '[LimitExceeded] exceed concurrent request limit',
  )

/** Counts what is used and refuses what is over the limits. Days and months are China's, by the cloud's clock. */
export class Quota {
  /** Real times (ms) of the database requests of the last second. */
  private recent: number[] = []
  private connections = 0
  private day = ''
  private month = ''
  private reads = 0
  private writes = 0
  private calls = 0

  constructor(
    readonly limits: Limits,
    private readonly clock: Clock,
  ) {}

  /** Counts a call of a function; how it fails when the month's calls are used up. */
  call(): CallFailure | undefined {
    this.turn()
    return ++this.calls > this.limits.callsPerMonth ? exceeded() : undefined
  }

  /** Runs a database request within the limits. Throws CloudError. */
  async database<T>(kind: ActionKind, work: () => Promise<T>): Promise<T> {
    this.turn()
    const { limits } = this
    const now = performance.now()
    this.recent = this.recent.filter((time) => time > now - 1000)
    if (this.recent.length >= limits.databaseRequestsPerSecond) throw requestLimit()
    if (this.connections >= limits.databaseConnections) throw concurrencyLimit()
    if (kind === 'read' && this.reads >= limits.readsPerDay) throw requestLimit()
    if (kind === 'write' && this.writes >= limits.writesPerDay) throw requestLimit()
    this.recent.push(now)
    if (kind === 'read') this.reads++
    if (kind === 'write') this.writes++
    this.connections++
    try {
      return await work()
    } finally {
      this.connections--
    }
  }

  private turn(): void {
    const today = new Date(this.clock.now() + CHINA_MS).toISOString().slice(0, 10)
    if (today !== this.day) [this.day, this.reads, this.writes] = [today, 0, 0]
    const month = today.slice(0, 7)
    if (month !== this.month) [this.month, this.calls] = [month, 0]
  }
}
