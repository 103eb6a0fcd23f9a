import type { Operation } from '../../types/contract/operation'
import { decideAccess } from './access.rules'
import type { ActsAs, Subject } from './actor'
import { refuse } from './errors'
import type { CommandCall } from './serve'
import { traced } from './trace'

/** Somebody for whom a call acts. */
export interface ActedFor {
  subject: Subject
  by: ActsAs | undefined
  /** Does the work for this person; what is done for another than the call's own subject is written into the trail. */
  traced: <T>(what: { op: string; input: unknown }, work: () => Promise<T>) => Promise<T>
}

/**
 * The subject of a call, and others whom the caller names beside: themselves, or people who let them. Somebody for
 * whom they may not act ends the call before anything is done.
 */
export function withOthers(
  declared: Operation,
  call: CommandCall<'resident'>,
  residentIds: readonly string[],
): ActedFor[] {
  const { subject, by, actor, now } = call
  const ids = new Set(residentIds.filter((id) => id !== subject.residentId))
  // The call itself is in the trail already (serve).
  const first: ActedFor = { subject, by, traced: (_what, work) => work() }
  const others = [...ids].map((residentId): ActedFor => {
    const own = actor.residentId === residentId
    const standing = decideAccess(declared.access, actor, {
      feature: 'booking',
      ...(own ? {} : { onBehalfOf: residentId }),
      now,
    })
    if (typeof standing === 'string') return refuse(standing)
    // The desk acts for one person at a time, whose card is open there.
    if (!standing.subject) return refuse('NOT_THEIR_HELPER')
    const whom = { subject: standing.subject, by: standing.by }
    return {
      ...whom,
      traced: ({ op, input }, work) =>
        traced({ declared, op, input, actor, ...whom, post: undefined, tap: call.tap }, work),
    }
  })
  return [first, ...others]
}
