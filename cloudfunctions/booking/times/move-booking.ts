import { LIMITS } from '../../../types/contract/limits'
import { sha256 } from '../../shared/digest'
import { hold, release, swap } from '../../shared/diary'
import type { Diary } from '../../shared/diary.rules'
import { giveSharesBack, takeShares } from '../../shared/household-counts'
import { together } from '../../shared/together'
import type { ClosureDoc } from '../booking.docs'
import type { BookingClaim, Seat } from '../booking.rules'
import { findSlot, giveSeatBack, takeSeat } from '../booking.store'
import { claimInPlaceOf } from '../claim'
import { leave } from '../leave'
import { decideTake } from '../take.rules'

interface Moving {
  diary: Diary
  claim: BookingClaim
  seat: Seat
  /** The slot it goes to, by its id. */
  to: string
  closure: ClosureDoc
  now: number
}

/**
 * Moves a visit to another slot, as a change of time does (change.ts): hold, take, exchange, and only then give the
 * old place back. Whoever moves them is the provider, so that neither who may book nor how early counts; but nobody
 * is put in two places, nor past a limit. `later`: the person does something with it at this moment.
 */
export async function moveBooking(moving: Moving): Promise<'moved' | 'no room' | 'later'> {
  const { diary, claim: old, closure, now } = moving
  // Held by a try that died, or by the person: what becomes of it is settled first, or it would look like a clash.
  if (diary.held.length > 0) return 'later'
  const slot = await findSlot(moving.to)
  if (!slot || slot._id === old.place) return 'no room'
  const householdId = old.household?.householdId
  const grant = decideTake(
    { ...slot, terms: { ...slot.terms, leadMinutes: 0, aheadDays: 90, who: {} } },
    {
      diary,
      facts: { attributes: [], places: [] },
      byDesk: true,
      useSubsidy: old.view.subsidy !== undefined,
      replaced: old,
    },
    now,
  )
  if (typeof grant === 'string') return 'no room'
  const tapId = `move-${sha256(`${closure._id} ${old.id}`).slice(0, 24)}`
  const tap = { tapId, of: 'booking.closeDay', at: now }
  const fresh = await claimInPlaceOf(old, slot, { tap, now, by: undefined, grant, householdId })
  const moved = { from: old.from, say: closure.say, closureId: closure._id }
  const { by } = old.view
  const claim = { ...fresh, view: { ...fresh.view, moved, ...(by ? { by } : {}) } }
  const room = { most: LIMITS.liveBookings + 1, limits: grant.use.limits, replaced: old }
  if (!(await hold(diary, [claim], tap, room))) return 'later'
  const { name = '', home } = moving.seat
  const [counted, seated] = await together([
    countFor(claim, old, closure.communityId, now),
    takeSeat({ residentId: diary._id, name, home }, claim, { now }),
  ])
  if (counted && seated && (await swap(diary, claim, old, now))) {
    await leave(diary._id, old, claim, now)
    return 'moved'
  }
  if (!(await release(diary._id, [claim], now))) return 'later'
  await together([
    counted && claim.household?.hold !== old.household?.hold
      ? giveSharesBack([claim])
      : Promise.resolve(),
    seated
      ? giveSeatBack(diary._id, claim, now, { because: { kind: 'limit' } })
      : Promise.resolve(false),
  ])
  return 'no room'
}

/** Takes its share of the household's limits, where it does not go on with that of the old one. */
async function countFor(
  { household }: BookingClaim,
  old: BookingClaim,
  communityId: string,
  now: number,
): Promise<boolean> {
  if (!household || household.hold === old.household?.hold) return true
  const taken = await takeShares([household], { communityId, limits: household.limits, now })
  return taken.has(household.hold)
}
