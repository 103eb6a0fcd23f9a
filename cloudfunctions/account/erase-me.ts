import { account } from '../../types/contract/account'
import type { Erasure } from '../shared/actor'
import { refuse } from '../shared/errors'
import { partsHeld } from '../shared/personal-read'
import { type CommandCall, handle } from '../shared/serve'
import { tapSeen } from '../shared/taps'
import { carryOutErasure } from './erasure'
import { erasureItems } from './erasure-items'
import { beginErasure } from './erasure.store'
import { personOf } from './person.query'

/** The mark in the account first; whatever follows is finished by this call, the same tap, or the ticker. */
export const eraseMe = handle(account.eraseMe, async (call) => {
  const { actor, openid, tap } = call
  const seen = tapSeen(actor.taps, tap)
  if (seen === 'reused') return refuse('TAP_REUSED')
  if (seen === 'new' && !actor.erasing) await begin(call)
  const done = seen === 'same' && !actor.erasing ? actor.erased : await carryOutErasure(openid)
  return { items: erasureItems(done?.parts ?? []) }
})

async function begin({ actor, tap }: CommandCall<'member'>): Promise<void> {
  const parts = await partsHeld(await personOf(actor))
  const erasing: Erasure = { at: tap.at, tapId: tap.tapId, parts: parts.map(({ key }) => key) }
  if (!(await beginErasure(actor, erasing, tap))) return refuse('BUSY')
}
