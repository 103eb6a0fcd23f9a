import { type Booked, booking } from '../../types/contract/booking'
import { end, findDiary } from '../shared/diary'
import { type Diary, standingOf } from '../shared/diary.rules'
import { doneByOf } from '../shared/done-by.rules'
import { refuse } from '../shared/errors'
import { giveBackShare } from './give-back-share'
import { type CommandCall, handle } from '../shared/serve'
import { tapSeen } from '../shared/taps'
import { together } from '../shared/together'
import { type BookingClaim, cancelledClaim, decideCancel } from './booking.rules'
import { findBooking, findSlot, giveSeatBack } from './booking.store'
import { offerNow } from './line'
import { keysFor, presentNoted } from './notes'

/**
 * The seat goes back first, then the claim leaves the diary. A crash between the two leaves a claim
 * without a seat, which the slot's outbox entry (or the same tap again) ends.
 */
export const cancel = handle(booking.cancel, async (call, { bookingId }) => {
  const { residentId } = call.subject
  const diary = await findDiary(residentId)
  const known = diary && (await answerFromDiary(call, diary, bookingId))
  if (known) return known
  const kept = diary?.kept.find(({ id }) => id === bookingId) as BookingClaim | undefined
  if (!diary || !kept) return refuseUnknown(residentId, bookingId, call.now)

  const refusal = decideCancel(kept, call.now, { atWork: call.by?.kind === 'desk' })
  if (refusal) return refuse(refusal)
  await keysFor(kept)
  const claim = cancelledClaim(kept, doneByOf(call.by))
  await giveSeatBack(residentId, claim, call.now, { tap: call.tap })
  const [ended, slot] = await together([
    end(residentId, claim, call.now, call.tap),
    findSlot(claim.place),
  ])
  await together([
    giveBackShare(residentId, claim, { ended }),
    // Whoever waits longest is offered the place at once; where this call dies before, by the ticker.
    slot && slot.queue.length > 0 ? offerNow(slot, call.now) : Promise.resolve(),
  ])
  if (ended) {
    return presentNoted({ ...claim, endedAt: call.now }, 'ended', call.now)
  }
  // Another call ended it between; the seat is free either way.
  const after = await findDiary(residentId)
  return (after && (await answerFromDiary(call, after, bookingId))) ?? refuse('BUSY')
})

/** The answer when the diary shows that nothing is left to do; null when there is something to cancel. */
async function answerFromDiary(
  { tap, now }: CommandCall<'resident'>,
  diary: Diary,
  bookingId: string,
): Promise<Booked | null> {
  const seen = tapSeen(diary.taps, tap)
  if (seen === 'reused') return refuse('TAP_REUSED')
  const standing = standingOf(diary, bookingId)
  if (standing.state === 'held') return refuse('BOOKING_PENDING')
  if (standing.state !== 'ended') return null
  if (seen === 'new') return refuse('ALREADY_CANCELLED')
  return presentNoted(standing.claim, 'ended', now)
}

/** The diary forgets what is long over; the booking's row still tells why it cannot be cancelled. */
async function refuseUnknown(residentId: string, bookingId: string, now: number): Promise<never> {
  const row = await findBooking(bookingId)
  if (row?.residentId !== residentId) return refuse('NOT_FOUND')
  if (row.state === 'cancelled') return refuse('ALREADY_CANCELLED')
  return refuse(row.startsAt <= now ? 'BOOKING_PAST' : 'NOT_FOUND')
}
