import type { ActsAs } from '../shared/actor'
import { type ByProvider, doneByOf } from '../shared/done-by.rules'
import type { Share } from '../shared/household-counts'
import { newId } from '../shared/ids'
import type { Tap } from '../shared/taps'
import { MINUTE } from '../shared/time'
import type { SlotDoc } from './booking.docs'
import { type BookingClaim, bookingIdOf } from './booking.rules'
import { resealSaid, type Said, sealSaid } from './notes'
import type { Grant } from './take.rules'

interface Making {
  tap: Tap
  now: number
  by: ActsAs | ByProvider | undefined
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

/** The claim that takes the place of another, with what was said with that, and its share of the household's counts. */
export async function claimInPlaceOf(
  old: BookingClaim,
  slot: SlotDoc,
  making: Omit<Making, 'said'>,
): Promise<BookingClaim> {
  const fresh = await claimOf(slot, { ...making, said: {} })
  const note = await resealSaid(old, fresh.id)
  const shared = sameShare(old.household, fresh.household) ? old.household : fresh.household
  return {
    ...fresh,
    replaces: old.id,
    ...(note === undefined ? {} : { note }),
    ...(shared ? { household: shared } : {}),
  }
}

/** Within the same day, week and month nothing of the household's count changes: the new one has the old one's. */
const sameShare = (a: Share | undefined, b: Share | undefined): boolean =>
  a !== undefined &&
  a.householdId === b?.householdId &&
  JSON.stringify(a.counts) === JSON.stringify(b.counts)
