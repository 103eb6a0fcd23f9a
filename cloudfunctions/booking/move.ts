import type { ErrorCode } from '../../types/contract/errors'
import { LIMITS } from '../../types/contract/limits'
import type { ActsAs, Subject } from '../shared/actor'
import { hold, release, renew, swap } from '../shared/diary'
import type { Diary } from '../shared/diary.rules'
import { giveSharesBack, hasCounted, takeShares } from '../shared/household-counts'
import type { Tap } from '../shared/taps'
import { together } from '../shared/together'
import type { SlotDoc } from './booking.docs'
import { type BookingClaim, decideTaken, hasOffer, hasSeat } from './booking.rules'
import { findSlot, giveSeatBack, takeSeat } from './booking.store'
import { claimInPlaceOf } from './claim'
import { leave, ownShareOnly } from './leave'
import type { Grant } from './take.rules'

/** Whose booking is moved, by which tap. */
export interface Moving {
  /** As it was read before. */
  diary: Diary
  subject: Pick<Subject, 'residentId' | 'communityId' | 'name' | 'home'>
  old: BookingClaim
  tap: Tap
  now: number
  by?: ActsAs | undefined
  /** Those who give it move it, and why; by a closed day, by which. */
  moved?: { say: string; closureId?: string } | undefined
}

/** Where to, and what was found of that place before. */
export interface Goal {
  slot: SlotDoc
  grant: Grant
  householdId: string | undefined
}

/**
 * The booking has its new place; or it stands where it was, since the new place was gone: why, if that can still be
 * seen. Null: another call of the person came between, and everything is to be read again.
 */
export type Moved = { claim: BookingClaim } | { refusal: ErrorCode | null } | null

/**
 * The one way in which a booking gets another time. Intent first, as in take.ts: hold the new time beside the old, take
 * the new place, exchange the two in the diary in one update, and only then give the old place back. A crash before the
 * exchange leaves the old booking as it was, one after it leaves the old place to the ticker (booking.jobs.ts).
 */
export async function move(moving: Moving, { slot, grant, householdId }: Goal): Promise<Moved> {
  const { diary, subject, old, tap, now, by } = moving
  const fresh = await claimInPlaceOf(old, slot, { tap, now, by, grant, householdId })
  const claim = brought(fresh, moving)
  const room = { most: LIMITS.liveBookings + 1, limits: grant.use.limits, replaced: old }
  if (!(await hold(diary, [claim], tap, room))) return null
  const offered = hasOffer(slot, subject.residentId, now)
  const [counted, seated] = await together([
    count(moving, claim),
    takeSeat(subject, claim, { now, offered }),
  ])
  return finish(moving, claim, { counted, seated })
}

/** Goes on with a move that an earlier try of this tap left half done, with the new time held. */
export async function goOnMoving(moving: Moving, held: BookingClaim): Promise<Moved> {
  const { diary, subject, now } = moving
  const [claim] = (await renew(diary, [held])) ?? []
  if (!claim) return null
  const slot = await findSlot(claim.place)
  const has = hasSeat(slot, subject.residentId, claim.id)
  const offered = slot !== null && hasOffer(slot, subject.residentId, now)
  const [counted, seated] = await together([
    count(moving, claim),
    has ? Promise.resolve(true) : takeSeat(subject, claim, { now, offered }),
  ])
  return finish(moving, claim, { counted, seated })
}

/** The claim of those who give the visit says from when they brought it there, and why; who booked it, booked it. */
function brought(claim: BookingClaim, { old, moved }: Moving): BookingClaim {
  if (!moved) return claim
  const { by: _mover, ...view } = claim.view
  const { by } = old.view
  return {
    ...claim,
    view: { ...view, ...(by ? { by } : {}), moved: { from: old.from, ...moved } },
  }
}

/** Does it count for itself in the household, and not go on with the share of the old one? */
const countsAnew = ({ household }: BookingClaim, old: BookingClaim): boolean =>
  household !== undefined && household.hold !== old.household?.hold

async function count({ diary, old, subject, now }: Moving, claim: BookingClaim): Promise<boolean> {
  const { household } = claim
  if (!household || !countsAnew(claim, old)) return true
  const { communityId } = subject
  const begun = hasCounted(diary, household.householdId)
  const taken = await takeShares([household], { communityId, limits: household.limits, now, begun })
  return taken.has(household.hold)
}

/** Exchanges the two claims where the new one has its place, and frees whatever is left over. */
async function finish(
  { diary, subject: { residentId }, old, now }: Moving,
  claim: BookingClaim,
  { counted, seated }: { counted: boolean; seated: boolean },
): Promise<Moved> {
  if (counted && seated) {
    if (!(await swap(diary, claim, old, now))) return null
    await leave(residentId, old, claim, now)
    return { claim }
  }
  if (!(await release(residentId, [claim], now))) return null
  const [slot] = await together([
    findSlot(claim.place),
    counted && countsAnew(claim, old) ? giveSharesBack([claim]) : Promise.resolve(),
    seated
      ? giveSeatBack(residentId, ownShareOnly(claim), now, { because: { kind: 'limit' } })
      : Promise.resolve(false),
  ])
  return { refusal: seated ? 'LIMIT_HOUSEHOLD' : decideTaken(slot, residentId, now) }
}
