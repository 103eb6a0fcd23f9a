import { listKeyOf } from '../shared/list-key.rules'
import type { ServiceDoc, SlotDoc } from './booking.docs'
import { slotIdOf } from './booking.rules'

/** When a slot is, and how many it takes. */
export interface PlannedSlot {
  startsAt: number
  endsAt: number
  capacity: number
  patternId?: string
  /** Where it is not the service's own place. */
  placeId?: string
  place?: string
  /** The closure that it begins with. */
  closureId?: string
}

/** What a slot copies of its service, so that whoever reserves reads one document less. */
export const copiedOf = (service: ServiceDoc) => {
  const { name, need, providerId, providerName, place, where, priceFen, subsidisedFen } = service
  return {
    serviceName: name,
    ...{ need, providerId, providerName, place, where, priceFen },
    ...(subsidisedFen === undefined ? {} : { subsidisedFen }),
    terms: service.terms,
    serviceVersion: service.version,
  }
}

/** A slot as it begins, with nobody in it. */
export function newSlot(service: ServiceDoc, planned: PlannedSlot): SlotDoc {
  const { _id: serviceId, communityId, region } = service
  const { startsAt, endsAt, capacity, patternId, closureId } = planned
  const { placeId = service.placeId, place = service.place } = planned
  const paused = service.state === 'paused'
  const slotId = slotIdOf(serviceId, placeId, startsAt)
  return {
    _id: slotId,
    ...{ communityId, region, serviceId, placeId },
    ...copiedOf(service),
    place,
    ...(patternId === undefined ? {} : { patternId }),
    ...(closureId === undefined ? {} : { closureId }),
    ...(paused ? { paused } : {}),
    listKey: listKeyOf(startsAt, slotId),
    ...{ startsAt, endsAt, capacity },
    left: capacity,
    state: paused || closureId !== undefined ? 'closed' : 'open',
    seats: {},
    queue: [],
    offers: [],
    outbox: [],
  }
}
