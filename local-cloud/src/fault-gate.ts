import { setTimeout as sleep } from 'node:timers/promises'
import type { Faults } from './faults'
import type { Invocation, Invocations } from './invocations'
import type { Runtime } from './runtime'

/** Thrown when the instance that asked has been killed: there is nobody to answer. */
export class NobodyToAnswer extends Error {}

/** A fault of a test struck; whether the action was applied is the fault's own business. */
export class InjectedFault extends Error {
  constructor() {
    super('[FailedOperation] injected fault')
  }
}

/** Runs the actions of invocations under the faults that tests have set. */
export class FaultGate {
  constructor(
    private readonly faults: Faults,
    private readonly invocations: Invocations,
    private readonly runtime: Runtime,
  ) {}

  /**
   * Runs `work` unless a fault strikes first. `token` says whose action it is; an action of no
   * invocation meets no fault; `collection` is that of an action of the database. Throws InjectedFault,
   * NobodyToAnswer, or what `work` throws.
   */
  async run<T>(
    token: unknown,
    { action, collection }: { action: string; collection?: unknown },
    work: () => Promise<T>,
  ): Promise<T> {
    const invocation: Invocation | undefined = this.invocations.find(token)
    const fault =
      invocation &&
      this.faults.strike({
        function: invocation.function,
        op: invocation.op,
        action,
        collection: typeof collection === 'string' ? collection : undefined,
      })
    if (invocation === undefined || fault === undefined) return work()
    if (fault.mode === 'kill') {
      this.runtime.kill(invocation)
      throw new NobodyToAnswer()
    }
    if (fault.mode === 'error') throw new InjectedFault()
    if (fault.mode === 'delay') await sleep(fault.ms)
    if (fault.mode !== 'error-after') return work()
    // Whatever it came to, nobody hears of it.
    await work().catch(() => undefined)
    throw new InjectedFault()
  }
}
