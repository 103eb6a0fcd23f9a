import type { InputOf } from '../../../types/contract/operation'
import type { booking } from '../../../types/contract/booking'
import { FIELD_TEXT } from '../../../types/contract/fields.text'
import { refuse } from '../../shared/errors'
import { communityOf } from '../../shared/standing'
import { together } from '../../shared/together'
import type { ClosureDoc, ServiceDoc, SlotDoc } from '../booking.docs'
import { type KeeperCall, serviceKept } from '../catalogue/keeper'
import { covers, stretchOf } from './closing.rules'
import { listSlotsIn } from './times.store'

type Part = InputOf<typeof booking.previewClosing>

/** What is to be closed, and which slots that are ahead it covers. */
export interface Closing {
  service: ServiceDoc
  what: Pick<ClosureDoc, 'of' | 'ofId' | 'name' | 'from' | 'to'>
  slots: SlotDoc[]
}

/**
 * What somebody who keeps a service wants to close: the service, all of its provider, or, for staff, all that takes
 * place where it does. Refuses NOT_FOUND, NOT_YOUR_SERVICE, and BAD_INPUT for a day that is over.
 */
export async function closingOf(call: KeeperCall, part: Part): Promise<Closing> {
  const { of, serviceId, day, hours } = part
  const stretch = stretchOf(day, hours, call.now)
  if (!stretch) return refuse('BAD_INPUT', { day: FIELD_TEXT.dayOver })
  const { from, to } = stretch
  const communityId = communityOf(call.post)
  const [{ service, kept }, slots] = await together([
    serviceKept(call, serviceId),
    listSlotsIn({ communityId, serviceId: of === 'service' ? serviceId : undefined }, from, to),
  ])
  const { providerId, placeId, name, providerName, place } = service
  if (of === 'place' && (kept !== 'all' || service.where === 'home')) {
    return refuse('NOT_YOUR_SERVICE')
  }
  const ofId = { service: serviceId, provider: providerId, place: placeId }[of]
  const called = { service: name, provider: providerName, place }[of]
  const what = { of, ofId, name: called, ...stretch }
  const ahead = slots.filter((slot) => slot.startsAt > call.now && covers(what, slot))
  return { service, what, slots: ahead }
}

export const visitsIn = (slots: readonly SlotDoc[]): number =>
  slots.reduce((sum, { seats }) => sum + Object.keys(seats).length, 0)
