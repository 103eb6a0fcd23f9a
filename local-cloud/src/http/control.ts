import { BadRequest } from '../bad-request'
import type { Clock } from '../clock'
import type { Faults } from '../faults'
import type { Logs } from '../logs'
import type { Stats } from '../stats'
import type { Timers } from '../timers'

export interface ControlOptions {
  clock: Clock
  faults: Faults
  logs: Logs
  stats: Stats
  timers: Timers
  people: readonly Person[]
}

/** Someone a client may say to be. */
export interface Person {
  openid: string
  name: string
  about: string
}

export type Route = (body: Record<string, unknown>, query: URLSearchParams) => unknown

const MAX_TIME = 8.64e15

/** Where the clock is moved to: how far from now, by the time that the move's turn comes, or a moment ahead. */
function targetTime(body: Record<string, unknown>, clock: Clock): () => number {
  const { now, advance } = body
  if ((now === undefined) === (advance === undefined))
    throw new BadRequest('send either now (epoch ms or ISO time) or advance (ms)')
  if (advance !== undefined) {
    if (typeof advance !== 'number' || !Number.isFinite(advance) || advance < 0)
      throw new BadRequest(
        "advance must be a number of ms from 0: the cloud's clock never goes back",
      )
    return () => clock.now() + advance
  }
  const time = typeof now === 'string' ? Date.parse(now) : now
  if (typeof time !== 'number' || !Number.isFinite(time) || Math.abs(time) > MAX_TIME)
    throw new BadRequest('now must be epoch ms or an ISO time')
  if (time < clock.now()) throw new BadRequest("the cloud's clock never goes back")
  return () => time
}

/** What tests and tools steer and read: by method and path. */
export function controlRoutes({
  clock,
  faults,
  logs,
  stats,
  timers,
  people,
}: ControlOptions): Record<string, Route> {
  return {
    'GET /stats': () => stats.report(),
    'POST /stats/reset': () => {
      stats.reset()
      return {}
    },
    'GET /stats/calls': () => ({ calls: stats.lastCalls() }),
    'GET /people': () => people,
    'GET /clock': () => ({ now: Math.floor(clock.now()) }),
    'POST /clock': async (body) => {
      const { asleep = false } = body
      if (typeof asleep !== 'boolean') throw new BadRequest('asleep must be true or false')
      const fired = await timers.advanceTo(targetTime(body, clock), { asleep })
      return { now: Math.floor(clock.now()), fired }
    },
    'GET /faults': () => ({ faults: faults.list() }),
    'POST /faults': (body) => ({ fault: faults.add(body) }),
    'DELETE /faults': () => {
      faults.clear()
      return {}
    },
    'GET /logs': (_body, query) => ({ lines: logs.list(query.get('requestId') ?? undefined) }),
  }
}
