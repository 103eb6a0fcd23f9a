import type { ServiceCategory } from '../../types/contract/booking'
import type { DoneBy } from '../../types/contract/done-by'
import type { Document } from '../shared/db'
import type { OutboxEntry } from '../shared/outbox'
import type { Tap } from '../shared/taps'
import type { BookingClaim, SlotFacts } from './booking.rules'

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
  /** `listKeyOf` staff's order and the id: the list's order and page key. */
  listKey: string
}

/** Something that happened to a seat; what follows from it is done by the ticker. */
export interface SeatEntry extends OutboxEntry {
  kind: 'booked' | 'cancelled'
  residentId: string
  /** Without its note, which the diary keeps: what waits here is not sealed anew. */
  claim: Omit<BookingClaim, 'note'>
  /** The tap that cancelled; absent when the cloud itself gave the seat back. */
  tap?: Tap
}

export interface SlotDoc extends Document, Placed, SlotFacts {
  providerId: string
  serviceName: string
  place: string
  /** `listKeyOf` the start and the id: the list's order and page key. */
  listKey: string
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
  /** Sealed (shared/sealed-fields.ts). */
  note?: string
  keyId?: string
  state: 'booked' | 'cancelled'
  bookedAt: number
  /** Who booked, and who cancelled, in the resident's place. */
  by?: DoneBy
  cancelledAt?: number
  cancelledBy?: DoneBy
  /** Of the outbox entry this state comes from: an older entry never overwrites a newer one. */
  rev: number
  /** `listKeyOf` the start and the id: the list's order and page key. */
  listKey: string
}
