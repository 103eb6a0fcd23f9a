import { randomBytes, randomUUID } from 'node:crypto'
import type { Cost } from './db/database'

export type Outcome = 'ok' | 'error' | 'timeout' | 'crash'

export interface Invocation {
  requestId: string
  /** Unguessable; the SDK sends it with every request, which tells whose request it is. */
  token: string
  function: string
  /** `event.op` when that is a string, otherwise ''. */
  op: string
  openid: string | undefined
  source: string
  startedAt: number
  ended: boolean
  reads: number
  writes: number
  transactions: number
  storage: number
  openapi: number
  cost: Cost
  /** The longest chain of actions each of which began after the one before had ended. */
  sequential: number
}

const REMEMBERED = 2000

/** Invocations by their token, those that ended lately included. */
export class Invocations {
  private readonly byToken = new Map<string, Invocation>()

  begin(functionName: string, op: string, openid: string | undefined, source: string): Invocation {
    const invocation: Invocation = {
      requestId: randomUUID(),
      token: randomBytes(24).toString('hex'),
      function: functionName,
      op,
      openid,
      source,
      startedAt: performance.now(),
      ended: false,
      reads: 0,
      writes: 0,
      transactions: 0,
      storage: 0,
      openapi: 0,
      cost: { documentsExamined: 0, documentsWritten: 0 },
      sequential: 0,
    }
    this.byToken.set(invocation.token, invocation)
    if (this.byToken.size > REMEMBERED)
      for (const [token, { ended }] of this.byToken) {
        if (this.byToken.size <= REMEMBERED) break
        if (ended) this.byToken.delete(token)
      }
    return invocation
  }

  find(token: unknown): Invocation | undefined {
    return typeof token === 'string' ? this.byToken.get(token) : undefined
  }
}
