import type { Contract, OperationName } from '../../types/contract'
import { call, type CallResult } from './call'
import { waitBeforeRetry } from './retry.policy'

interface Patience {
  tapId?: string
  /** The resident it is done for, when that is not the caller. */
  whom?: string | undefined
  /** Told before each wait for another try. */
  onWait?: () => void
}

/**
 * `call`, tried again while the cloud is only busy (retry.policy.ts): the same tap each time, so that
 * it acts once. Ends like the last try.
 */
export async function callPatiently<Name extends OperationName>(
  name: Name,
  input: Contract[Name]['input'],
  { tapId, whom, onWait }: Patience = {},
): Promise<CallResult<Name>> {
  const began = Date.now()
  for (let tries = 1; ; tries++) {
    const result = await call(name, input, { tapId, whom })
    if (result.ok) return result
    const spentMs = Date.now() - began
    const wait = waitBeforeRetry(result.error.code, { tries, spentMs, chance: Math.random() })
    if (wait === undefined) return result
    onWait?.()
    await pause(wait)
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
