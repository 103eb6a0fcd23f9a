import type { AgeBand, Mark } from '../../types/contract/booking-visits'
import type { NoProof, ProofKind } from '../../types/contract/booking-care'
import type { Need, ServiceCategory, Terms } from '../../types/contract/booking-terms'
import type { DoneBy } from '../../types/contract/done-by'
import type { Document } from '../shared/db'
import type { OutboxEntry } from '../shared/outbox'
import type { Tap } from '../shared/taps'
import type { Span } from '../../types/contract/booking-times'
import type { BookingClaim, SlotFacts, SubsidyUse } from './booking.rules'
import type { Week } from './times/patterns.rules'

/** What every document of a community carries. */
export interface Placed {
  communityId: string
  /** Ids from district to community, joined by '/'. */
  region: string
}

/** Who gives services: the station, a care company, a team of neighbours. */
export interface ProviderDoc extends Document, Placed {
  name: string
  phone?: string
  /** `ref`s of the accounts that work for it and hold the role of a provider. */
  members: string[]
  version: number
  taps: Tap[]
}

export interface ServiceDoc extends Document, Placed {
  name: string
  need: Need
  category: ServiceCategory
  summary: string
  about: string
  /** What to bring. */
  bring: string[]
  /** What to do before, e.g. not to eat. */
  prepare: string[]
  /** Uploads of this service, shown by addresses of ten minutes. */
  pictures: AttachedPicture[]
  providerId: string
  providerName: string
  /** Whom to ask. */
  phone?: string
  where: 'place' | 'home'
  /** Where it is given, or from where people come to homes. */
  placeId: string
  place: string
  /** What is paid on site; 0 is free. */
  priceFen: number
  /** What is paid where a visit takes from an entitlement. */
  subsidisedFen?: number
  minutes: number
  terms: Terms
  state: 'offered' | 'paused'
  /** `listKeyOf` staff's order and the id: the list's order and page key. */
  listKey: string
  /** One more with each change. */
  version: number
  /** Its times ahead do not follow it yet: since when, epoch ms. */
  behind?: number
  /** Uploads that stay with it for good, and those it does not need any more, once the ticker has seen to it. */
  keeping?: string[]
  dropping?: string[]
  taps: Tap[]
}

export interface AttachedPicture {
  uploadId: string
  fileId: string
}

/** A week of a service at one place (times/patterns.rules.ts). */
export interface PatternDoc extends Document, Placed, Week {
  serviceId: string
  madeAt: number
  /** One more with each change. */
  version: number
  /** The times ahead do not follow it yet: since when, epoch ms. */
  behind?: number
  taps: Tap[]
}

/** What is closed on a day, and what becomes of those who had booked. */
export interface ClosureDoc extends Document, Placed {
  of: 'service' | 'provider' | 'place'
  /** The service's, the provider's or the place's id, and what it is called. */
  ofId: string
  name: string
  day: string
  hours?: Span
  /** The stretch, epoch ms; `to` is not part of it. */
  from: number
  to: number
  /** Why, as people are told. */
  say: string
  moveTo?: string
  state: 'closing' | 'closed' | 'reopened'
  /** Visits there were. */
  visits: number
  /** Residents whom neither their own account nor a helper's reaches. */
  untold: string[]
  /** When it was closed, and by whom (`ref`). */
  at: number
  by: string
  /** Still to be carried out: since when, epoch ms. */
  behind?: number
  taps: Tap[]
}

/** Something that happened to a seat; what follows is done by the ticker. */
export interface SeatEntry extends OutboxEntry {
  kind: 'booked' | 'cancelled'
  residentId: string
  /** Without its note, which the diary keeps: what waits here is not sealed anew. */
  claim: Omit<BookingClaim, 'note'>
  /** The tap that cancelled; absent when the cloud itself gave the seat back. */
  tap?: Tap
  /** Why the cloud, or somebody whose work it is, gave the seat back. */
  because?: Because
}

/** Something that happened in the line for a slot's places, of which the person is told. */
export interface LineEntry extends OutboxEntry {
  kind: 'offered' | 'lapsed' | 'unserved'
  residentId: string
  /** Of an offer: until when it holds. */
  until?: number
}

/** Why a booking was cancelled other than by the person: what people are told of it follows. */
export type Because =
  /** What became of the person (shared/person-changes.ts): the change's id. */
  | { kind: 'person'; changeId: string }
  /** It was changed to another time. */
  | { kind: 'changed'; to: string }
  /** A limit of the household was reached at the same moment: it never was one. */
  | { kind: 'limit' }
  /** The place is closed, or the provider cannot come; `say`: why, in their words. */
  | { kind: 'provider'; say: string; closureId?: string }
  /** The person did not come in time, and the place was given away: it counts as not coming. */
  | { kind: 'late' }

/** Somebody waits for a place; first come, first served. */
export interface Waiting {
  residentId: string
  at: number
  tapId: string
  /** Who asked in their place. */
  by?: DoneBy
}

/** A place that came free is kept for somebody who waited, for a time. */
export interface Offer extends Waiting {
  /** Names this offer: no other ever has it. */
  id: string
  offeredAt: number
  until: number
}

export interface SlotDoc extends Document, Placed, SlotFacts {
  providerId: string
  providerName: string
  serviceName: string
  need: Need
  placeId: string
  place: string
  where: 'place' | 'home'
  priceFen: number
  subsidisedFen?: number
  /** The pattern it was made from. */
  patternId?: string
  /** Closed because its service is paused. */
  paused?: true
  /** The closure that closed it. */
  closureId?: string
  /** `listKeyOf` the start and the id: the list's order and page key. */
  listKey: string
  /** The service's `version` that its copies are of. */
  serviceVersion: number
  queue: Waiting[]
  offers: Offer[]
  /** While somebody waits or has an offer: when the ticker looks next, epoch ms. */
  queueAt?: number
  /** The last taps that joined or left the line. */
  lineTaps?: Tap[]
  outbox: (SeatEntry | LineEntry)[]
}

/** Where a phone said that it was. */
export interface SeenAt {
  lat: number
  lng: number
  /** In metres. */
  accuracy: number
}

/** One end of a visit, and how somebody showed that they were there. */
export interface VisitEnd {
  at: number
  proof: ProofKind
  /** Why there is none. */
  reason?: NoProof
  /** `ref` of the account that noted it. */
  by: string
  place?: SeenAt
}

/** What is noted of a visit, in the row alone. */
export interface VisitFacts {
  in?: VisitEnd
  out?: VisitEnd
  /** Digits that were tried, for each end. */
  triedIn?: number
  triedOut?: number
  /** Two visits of one home have one mark; it does not lead back to the home. */
  homeMark?: string
  /** When the places are forgotten, epoch ms; absent where none is kept. */
  placeUntil?: number
  /** What came out when staff asked. */
  check?: { at: number; by: string; result: 'paid' | 'unpaid'; say: string }
}

/** One booking as history keeps it; `_id` is the bookingId. */
export interface BookingDoc extends Document, Placed {
  residentId: string
  slotId: string
  serviceId: string
  serviceName: string
  need?: Need
  providerId: string
  providerName?: string
  place: string
  where?: 'place' | 'home'
  startsAt: number
  endsAt: number
  priceFen?: number
  /** Sealed (shared/sealed-fields.ts): what was said with it, as notes.ts writes it. */
  note?: string
  keyId?: string
  state: 'booked' | 'cancelled'
  bookedAt: number
  /** Who booked, and who cancelled, in the resident's place. */
  by?: DoneBy
  cancelledAt?: number
  cancelledBy?: DoneBy
  because?: Because['kind']
  /** Why those who give it moved or cancelled it, as people are told. */
  say?: string
  subsidy?: SubsidyUse
  /** How the visit was proved where somebody had to be there: who came and went when, and by which proof (care/). */
  visit?: VisitFacts
  /** How it was marked for everybody to see, the proved ones too (day/). Both: one conditional update each. */
  day?: VisitDay
  /** What was paid on site, as recorded. */
  paid?: { fen: number; receiptNo?: string; at: number }
  rating?: Rating
  /** `listKeyOf` the rating's time and the id: the order of what was said. */
  ratedKey?: string
  /** Sealed: what was written of the visit for the person; `resultAt`: when. */
  result?: string
  resultAt?: number
  /** How old the person is on the day, for figures alone; absent where nobody noted a birth day. */
  ageBand?: AgeBand
  /** What the ticker has yet to do: remind (`remind` says which), what follows from not coming, and count anew. */
  remindAt?: number
  remind?: 'eve' | 'soon'
  absentAt?: number
  figuresAt?: number
  /** What was noted of it, the last of it; see shared/taps.ts. */
  taps?: Tap[]
  /** Of the outbox entry this state comes from: an older entry never overwrites a newer one. */
  rev: number
  /** `listKeyOf` the start and the id: the list's order and page key. */
  listKey: string
}

/** How a visit was marked. */
export interface VisitDay {
  mark: Mark
  markedAt: number
  /** `ref` of whoever marked it. */
  by: string
  /** Not coming counts against the person (strikes.rules.ts). */
  strike?: true
  /** The place was given away for it: there is no way back. */
  released?: true
}

/** What the person says of a visit. `first`: when they said so first; it may be changed for seven days. */
export interface Rating {
  stars: number
  words?: string
  /** The words are held for staff. */
  held?: true
  first: number
}
