import type { ActsAs } from '../shared/actor'
import { doneByOf } from '../shared/done-by.rules'
import { newId } from '../shared/ids'
import type { Tap } from '../shared/taps'
import { MINUTE } from '../shared/time'
import type { SlotDoc } from './booking.docs'
import { type BookingClaim, bookingIdOf } from './booking.rules'
import { type Said, sealSaid } from './notes'
import type { Grant } from './take.rules'

interface Making {
  tap: Tap
  now: number
  by: ActsAs | undefined
  grant: Grant
  said: Said
  householdId: string | undefined
}

/** A new claim on a place of a slot. */
export async function claimOf(
  slot: SlotDoc,
  { tap, now, by: actsAs, grant, said, householdId }: Making,
): Promise<BookingClaim> {
  const { serviceId, serviceName, place, where, providerName, terms } = slot
  const { use, household, subsidy } = grant
  const by = doneByOf(actsAs)
  const id = bookingIdOf(slot._id, newId())
  const limited = householdId !== undefined && Object.keys(household.counts).length > 0
  const priceFen = subsidy ? (slot.subsidisedFen ?? slot.priceFen) : slot.priceFen
  return {
    id,
    kind: 'booking',
    place: slot._id,
    from: slot.startsAt,
    to: slot.endsAt,
    at: now,
    tapId: tap.tapId,
    ...(Object.keys(use.counts).length > 0 ? { counts: use.counts } : {}),
    ...(limited ? { household: { householdId, hold: id, ...household } } : {}),
    ...(Object.keys(said).length > 0 ? { note: await sealSaid(id, said) } : {}),
    view: {
      ...{ serviceId, serviceName, place, where, providerName, priceFen },
      ...(subsidy ? { subsidy } : {}),
      ...(slot.startsAt <= now ? { walkIn: true } : {}),
      cancelUntil: slot.startsAt - terms.cancelMinutes * MINUTE,
      bookedAt: now,
      ...(by ? { by } : {}),
    },
  }
}
