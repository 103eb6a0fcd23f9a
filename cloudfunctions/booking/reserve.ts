import { type Booked, booking } from '../../types/contract/booking'
import { LIMITS } from '../../types/contract/limits'
import { hasConsented } from '../shared/consent'
import { doneByOf } from '../shared/done-by.rules'
import { findDiary, hold, keep, openDiary, release, renew } from '../shared/diary'
import { claimOfTap, type Diary, emptyDiary } from '../shared/diary.rules'
import { refuse } from '../shared/errors'
import { newId } from '../shared/ids'
import { type CommandCall, handle } from '../shared/serve'
import { tapSeen } from '../shared/taps'
import { together } from '../shared/together'
import type { SlotDoc } from './booking.docs'
import {
  type BookingClaim,
  bookingIdOf,
  decideReserve,
  decideTaken,
  hasSeat,
} from './booking.rules'
import { findSlot, takeSeat } from './booking.store'
import { keysFor, presentNoted, sealNote } from './notes'

/** How often a call looks again after another call of the same person came between its steps. */
const TRIES = 4

/**
 * Intent first (shared/diary): hold the time, take the place, keep the time. A try that another call
 * of the same person came between answers null, and everything is read again.
 */
export const reserve = handle(booking.reserve, async (call, { slotId, note }) => {
  const { residentId } = call.subject
  for (let tries = 0; tries < TRIES; tries++) {
    const [slot, diary] = await together([findSlot(slotId), findDiary(residentId)])
    const outcome = await attempt(call, slot, diary, note)
    if (outcome) return outcome
  }
  return refuse('BUSY')
})

type Attempt = Promise<Booked | null>

async function attempt(
  call: CommandCall<'resident'>,
  slot: SlotDoc | null,
  found: Diary | null,
  note: string | undefined,
): Attempt {
  const { actor, subject, tap, now } = call
  const diary = found ?? emptyDiary(subject.residentId, subject.communityId)
  if (tapSeen(diary.taps, tap) === 'reused') return refuse('TAP_REUSED')
  if (slot?.communityId !== subject.communityId) return refuse('NOT_FOUND')

  const mine = claimOfTap(diary, tap.tapId)
  if (mine?.state === 'held') return goOn(diary, mine.claim as BookingClaim, now)
  if (mine) return presentNoted(mine.claim, mine.state, now)

  if (note && !hasConsented(actor)) return refuse('CONSENT_NEEDED')
  const refusal = decideReserve(slot, diary, now)
  if (refusal) return refuse(refusal)
  const claim = await claimOf(slot, call, note)
  if (await hold(diary, claim, tap, LIMITS.liveBookings))
    return takeNew(subject.residentId, claim, now)
  if (!found) await openDiary(subject.residentId, subject.communityId)
  return null
}

async function claimOf(
  slot: SlotDoc,
  { tap, now, by: actsAs }: CommandCall<'resident'>,
  note: string | undefined,
): Promise<BookingClaim> {
  const { serviceId, serviceName, place } = slot
  const by = doneByOf(actsAs)
  const id = bookingIdOf(slot._id, newId())
  return {
    id,
    kind: 'booking',
    place: slot._id,
    from: slot.startsAt,
    to: slot.endsAt,
    at: now,
    tapId: tap.tapId,
    ...(note ? { note: await sealNote(id, note) } : {}),
    view: {
      serviceId,
      serviceName,
      place,
      bookedAt: now,
      ...(by ? { by } : {}),
    },
  }
}

/** Takes the place for a claim this very call has held. */
async function takeNew(residentId: string, claim: BookingClaim, now: number): Attempt {
  if (await takeSeat(residentId, claim, now)) return keepSeat(residentId, claim, now)
  // Releasing before knowing why is safe: a twin of this tap renews the claim before it takes the
  // place, and then this release does nothing.
  const [slot, released] = await together([findSlot(claim.place), release(residentId, claim)])
  if (!released) return null
  const refusal = decideTaken(slot, residentId, now)
  // No reason left: the last place was taken, and has been given back since.
  return refusal && refuse(refusal)
}

/** Goes on with a claim that an earlier try of this tap left held. */
async function goOn(diary: Diary, old: BookingClaim, now: number): Attempt {
  await keysFor(old)
  const claim = await renew(diary, old)
  if (!claim) return null
  if (await takeSeat(diary._id, claim, now)) return keepSeat(diary._id, claim, now)
  const slot = await findSlot(claim.place)
  if (hasSeat(slot, diary._id, claim.id)) return keepSeat(diary._id, claim, now)
  const refusal = (await release(diary._id, claim)) && decideTaken(slot, diary._id, now)
  return refusal ? refuse(refusal) : null
}

async function keepSeat(residentId: string, claim: BookingClaim, now: number): Attempt {
  return (await keep(residentId, claim)) ? presentNoted(claim, 'kept', now) : null
}
