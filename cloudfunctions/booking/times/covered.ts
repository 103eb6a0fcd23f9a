import type { ClosureDoc, SlotDoc } from '../booking.docs'
import { covers } from './closing.rules'
import { listSlotsIn } from './times.store'

/** The slots that a closure covers, as they are. */
export async function coveredBy(
  closure: Pick<ClosureDoc, 'communityId' | 'of' | 'ofId' | 'from' | 'to'>,
): Promise<SlotDoc[]> {
  const { communityId, of, ofId, from, to } = closure
  const serviceId = of === 'service' ? ofId : undefined
  const slots = await listSlotsIn({ communityId, serviceId }, from, to)
  return slots.filter((slot) => covers(closure, slot))
}
