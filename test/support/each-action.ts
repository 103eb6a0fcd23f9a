import { expect } from 'vitest'
import type { Contract } from '../../types/contract'
import type { CallReply } from '../../types/contract/wire'
import { type Fault, newTap, type TestCloud } from './cloud'
import { isTried } from './fault-modes'

/** How an action fails: before it was applied, after it was, or with its process. */
export const MODES = ['error', 'error-after', 'kill'] as const

/** More actions than any command has. */
const MOST = 24

async function fired(cloud: TestCloud): Promise<boolean> {
  const all = await cloud.faults()
  await cloud.clearFaults()
  return all.some((fault) => fault.fired)
}

/**
 * Fails each action of a command in turn: the same tap again must end as if nothing had. `make` gives a new thing to
 * do it with, `check` holds what came out.
 */
export async function eachAction(
  cloud: TestCloud,
  mode: Fault['mode'],
  op: keyof Contract,
  openid: string,
  make: () => Promise<object>,
  check: (input: object, tap: string) => Promise<void>,
): Promise<void> {
  /** A call that may die with its process: nothing then. */
  const tried = async (input: unknown, tapId: string): Promise<CallReply | null> => {
    const answer = await cloud.send('booking', { op, input, tapId }, openid)
    return 'result' in answer ? answer.result : null
  }
  let nth = 1
  for (; nth < MOST; nth++) {
    if (!isTried(MODES, mode, nth)) continue
    const input = await make()
    const tap = newTap()
    await cloud.setFault({ op, nth, mode })
    const first = await tried(input, tap)
    if (!(await fired(cloud))) break
    expect(first?.data, `${mode} at action ${nth}`).toBeUndefined()
    const again = await tried(input, tap)
    expect(again?.error?.code, `retry after ${mode} at action ${nth}`).toBeUndefined()
    await check(input, tap)
  }
  expect(nth).toBeGreaterThan(3)
  expect(nth).toBeLessThan(MOST)
}
