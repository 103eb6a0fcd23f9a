import { booking } from '../../types/contract/booking'
import { sha256 } from '../shared/digest'
import { refuse } from '../shared/errors'
import { type CommandCall, handle } from '../shared/serve'
import { tapSeen } from '../shared/taps'
import type { ClosureDoc } from './booking.docs'
import { closingOf, visitsIn } from './times/closing'
import { presentClosures } from './times/present-times'
import { findClosure, insertClosure } from './times/closures.store'
import { closeSlots } from './times/times.store'

/**
 * The closure stands first, and with it all that follows: should the call die, the ticker closes the slots too. Then
 * nothing of it can be booked any more, before the answer is given.
 */
export const closeDay = handle(booking.closeDay, async (call, input) => {
  const { actor, now, tap, openid } = call
  const { say, moveTo, day, hours } = input
  const { service, what, slots } = await closingOf(call, input)
  const doc: ClosureDoc = {
    _id: `c-${sha256(JSON.stringify([openid, tap.tapId])).slice(0, 16)}`,
    ...{ communityId: service.communityId, region: service.region, ...what, day, say },
    ...(hours === undefined ? {} : { hours }),
    ...(moveTo === undefined ? {} : { moveTo }),
    state: 'closing',
    visits: visitsIn(slots),
    untold: [],
    at: now,
    by: actor.ref,
    behind: now,
    taps: [tap],
  }
  if ((await insertClosure(doc)) === 'exists') return presentOne(await repeatedOf(doc._id, call))
  await closeSlots(
    slots.map(({ _id }) => _id),
    doc._id,
  )
  return presentOne(doc)
})

/** The closure that this very tap made; whatever it left undone is the ticker's. */
export async function repeatedOf(
  id: string,
  { tap }: Pick<CommandCall<'role'>, 'tap'>,
): Promise<ClosureDoc> {
  const there = await findClosure(id)
  return there && tapSeen(there.taps, tap) === 'same' ? there : refuse('TAP_REUSED')
}

export async function presentOne(doc: ClosureDoc) {
  const [shown] = await presentClosures([doc])
  return shown ?? refuse('NOT_FOUND')
}
