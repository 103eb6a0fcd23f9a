import { type Booked, booking } from '../../types/contract/booking'
import { LIMITS } from '../../types/contract/limits'
import type { Subject } from '../shared/actor'
import { findDiary, hold, release, renew, swap } from '../shared/diary'
import { claimsOfTap, type Diary, standingOf } from '../shared/diary.rules'
import { refuse } from '../shared/errors'
import { giveSharesBack, takeShares } from '../shared/household-counts'
import { factsOf, readPerson } from '../shared/person-facts'
import type { PersonRecord } from '../shared/person-record.docs'
import { type CommandCall, handle } from '../shared/serve'
import { tapSeen } from '../shared/taps'
import { together } from '../shared/together'
import type { SlotDoc } from './booking.docs'
import {
  type BookingClaim,
  decideCancel,
  decideGiveBack,
  decideTaken,
  hasOffer,
  hasSeat,
} from './booking.rules'
import { findBooking, findSlot, giveSeatBack, takeSeat } from './booking.store'
import { claimInPlaceOf } from './claim'
import { asksAge } from './eligible.rules'
import { keysFor, presentNoted } from './notes'
import { leave } from './leave'
import { decideTake } from './take.rules'

/** How often a call looks again after another call of the same person came between its steps. */
const TRIES = 4

/**
 * Intent first, as in take.ts: hold the new time beside the old, take the new place, exchange the two in the diary in
 * one update, and only then give the old place back. A crash before the exchange leaves the old booking as it was, one
 * after it leaves the old place to the ticker (booking.jobs.ts).
 */
export const change = handle(booking.change, async (call, { bookingId, slotId }) => {
  const { residentId, record } = call.subject
  for (let tries = 0; tries < TRIES; tries++) {
    const [slot, diary, person] = await together([
      findSlot(slotId),
      findDiary(residentId),
      record ? Promise.resolve(record) : readPerson(residentId),
    ])
    const changed = await attempt(call, { bookingId, slot, diary, person })
    if (changed) return changed
  }
  return refuse('BUSY')
})

interface Read {
  bookingId: string
  slot: SlotDoc | null
  diary: Diary | null
  person: PersonRecord | null
}

type Attempt = Promise<Booked | null>

/** Whose booking is changed, by which tap. `moved`: those who give it do so, and why. */
export type Changing = Pick<CommandCall<'resident'>, 'tap' | 'now' | 'by'> & {
  subject: Pick<Subject, 'residentId' | 'communityId' | 'name' | 'home'>
  moved?: { say: string }
}

/** One try; null where another call of the person came between, and everything is to be read again. */
export async function attempt(call: Changing, read: Read): Attempt {
  const { subject, tap, now, moved } = call
  const { bookingId, slot, diary } = read
  if (!diary) return refuse('NOT_FOUND')
  if (tapSeen(diary.taps, tap) === 'reused') return refuse('TAP_REUSED')
  const [mine] = claimsOfTap(diary, tap.tapId)
  if (mine && mine.state !== 'held') {
    const left = diary.leaving?.find(({ id }) => id === mine.claim.replaces)
    if (left) await leave(subject.residentId, left, mine.claim, now)
    return presentNoted(mine.claim, mine.state, now)
  }
  const old = await oldClaim(diary, bookingId, subject.residentId, now)
  if (mine) return goOn(call, diary, mine.claim as BookingClaim, old)

  const refusal = moved
    ? decideGiveBack(old, now)
    : decideCancel(old, now, { atWork: call.by?.kind === 'desk' })
  if (refusal) return refuse(refusal)
  if (slot?.communityId !== subject.communityId || slot.serviceId !== old.view.serviceId)
    return refuse('NOT_FOUND')
  if (slot._id === old.place) return refuse('SAME_SLOT')
  const facts = await factsOf(read.person, { withAge: asksAge(slot.terms.who) })
  const byDesk = call.by?.kind === 'desk'
  const useSubsidy = old.view.subsidy !== undefined
  const wanting = { diary, facts, byDesk, useSubsidy, replaced: old, atWork: moved !== undefined }
  const grant = decideTake(slot, wanting, now)
  if (typeof grant === 'string')
    return refuse(grant === 'TOO_MANY_BOOKINGS' ? 'BOOKING_PENDING' : grant)
  const householdId = moved ? old.household?.householdId : facts.householdId
  const claim = brought(
    await claimInPlaceOf(old, slot, { tap, now, by: call.by, grant, householdId }),
    old,
    moved,
  )
  const room = { most: LIMITS.liveBookings + 1, limits: grant.use.limits, replaced: old }
  if (!(await hold(diary, [claim], tap, room))) return null
  const offered = hasOffer(slot, subject.residentId, now)
  const [counted, seated] = await together([
    count(claim, old, call),
    takeSeat(subject, claim, { now, offered }),
  ])
  return finish(call, { diary, claim, old }, { counted, seated })
}

/** The booking as it stands in the diary; ends the call where there is none to change. */
async function oldClaim(
  diary: Diary,
  bookingId: string,
  residentId: string,
  now: number,
): Promise<BookingClaim> {
  const standing = standingOf(diary, bookingId)
  if (standing.state === 'kept') return standing.claim as BookingClaim
  if (standing.state === 'held') return refuse('BOOKING_PENDING')
  if (standing.state === 'ended') return refuse('ALREADY_CANCELLED')
  const row = await findBooking(bookingId)
  if (row?.residentId !== residentId) return refuse('NOT_FOUND')
  if (row.state === 'cancelled') return refuse('ALREADY_CANCELLED')
  return refuse(row.startsAt <= now ? 'BOOKING_PAST' : 'NOT_FOUND')
}

/** The claim of those who give the visit says from when they brought it there, and why; who booked it, booked it. */
function brought(claim: BookingClaim, old: BookingClaim, moved: Changing['moved']): BookingClaim {
  if (!moved) return claim
  const { by: _mover, ...view } = claim.view
  const { by } = old.view
  return {
    ...claim,
    view: { ...view, ...(by ? { by } : {}), moved: { from: old.from, say: moved.say } },
  }
}

async function count(
  { household }: BookingClaim,
  old: BookingClaim,
  { subject: { communityId }, now }: Changing,
): Promise<boolean> {
  if (!household || household.hold === old.household?.hold) return true
  const taken = await takeShares([household], { communityId, limits: household.limits, now })
  return taken.has(household.hold)
}

/** Goes on with a change that an earlier try of this tap left half done. */
async function goOn(call: Changing, diary: Diary, held: BookingClaim, old: BookingClaim): Attempt {
  const { subject, now } = call
  await keysFor(held)
  const [claim] = (await renew(diary, [held])) ?? []
  if (!claim) return null
  const slot = await findSlot(claim.place)
  const has = hasSeat(slot, subject.residentId, claim.id)
  const offered = slot !== null && hasOffer(slot, subject.residentId, now)
  const [counted, seated] = await together([
    count(claim, old, call),
    has ? Promise.resolve(true) : takeSeat(subject, claim, { now, offered }),
  ])
  return finish(call, { diary, claim, old }, { counted, seated })
}

/** Exchanges the two claims where the new one has its place, and frees whatever is left over. */
async function finish(
  { subject, now }: Changing,
  { diary, claim, old }: { diary: Diary; claim: BookingClaim; old: BookingClaim },
  { counted, seated }: { counted: boolean; seated: boolean },
): Attempt {
  const { residentId } = subject
  if (counted && seated) {
    if (!(await swap(diary, claim, old, now))) return null
    await leave(residentId, old, claim, now)
    return presentNoted(claim, 'kept', now)
  }
  if (!(await release(residentId, [claim], now))) return null
  const [slot] = await together([
    findSlot(claim.place),
    counted && claim.household?.hold !== old.household?.hold
      ? giveSharesBack([claim])
      : Promise.resolve(),
    seated
      ? giveSeatBack(residentId, claim, now, { because: { kind: 'limit' } })
      : Promise.resolve(false),
  ])
  if (seated) return refuse('LIMIT_HOUSEHOLD')
  const refusal = decideTaken(slot, residentId, now)
  return refusal && refuse(refusal)
}
