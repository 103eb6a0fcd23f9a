import type { ServiceCategory } from '../../types/contract/booking'
import type { Document } from '../shared/db'
import type { OutboxEntry } from '../shared/outbox'
import type { ClaimView, SlotFacts } from './booking.rules'

/** What every document of a community carries. */
interface Placed {
  communityId: string
  /** Ids from district to community, joined by '/'. */
  region: string
}

export interface ServiceDoc extends Document, Placed {
  name: string
  category: ServiceCategory
  summary: string
  about: string
  bring: string[]
  providerId: string
  providerName: string
  place: string
  priceFen: number
  minutes: number
  /** Staff's order in the list, ascending. */
  order: number
}

/** Something that happened to a seat; what follows from it is done by the ticker. */
export interface SeatEntry extends OutboxEntry {
  kind: 'booked' | 'cancelled'
  bookingId: string
  residentId: string
  tapId: string
  view: ClaimView
}

export interface SlotDoc extends Document, Placed, SlotFacts {
  providerId: string
  serviceName: string
  place: string
  outbox: SeatEntry[]
}

/** One booking as history keeps it; `_id` is the bookingId. */
export interface BookingDoc extends Document, Placed {
  residentId: string
  slotId: string
  serviceId: string
  serviceName: string
  place: string
  startsAt: number
  endsAt: number
  note?: string
  state: 'booked' | 'cancelled'
  bookedAt: number
  cancelledAt?: number
  /** Of the outbox entry this state comes from: an older entry never overwrites a newer one. */
  rev: number
  /** `listKeyOf`: the list's order and page key. */
  listKey: string
}
