import { booking } from '../../../types/contract/booking'
import { findDiary } from '../../shared/diary'
import { standingOf } from '../../shared/diary.rules'
import { refuse } from '../../shared/errors'
import { handle } from '../../shared/serve'
import { communityOf } from '../../shared/standing'
import { tapSeen } from '../../shared/taps'
import { together } from '../../shared/together'
import { type BookingClaim, decideGiveBack, slotOfBooking } from '../booking.rules'
import { findSlot } from '../booking.store'
import { endKept } from '../end-kept'
import { providersOf } from '../providers.query'
import { giveBack } from './give-back'
import { holdToProvider } from './loading'
import { presentOne } from './visits.query'

/** As long as it is not over, whatever is marked of it. Who hears of it is told from the slot's outbox. */
export const cancelVisit = handle(booking.cancelVisit, async (call, { say, ...which }) => {
  const { actor, post, tap, now } = call
  const { bookingId, residentId } = which
  const communityId = communityOf(post)
  const [slot, diary, allowed] = await together([
    findSlot(slotOfBooking(bookingId)),
    findDiary(residentId),
    providersOf(communityId, actor, post),
  ])
  if (slot?.communityId !== communityId || !diary) return refuse('NOT_FOUND')
  holdToProvider(allowed, slot.providerId)
  const seen = tapSeen(diary.taps, tap)
  if (seen === 'reused') return refuse('TAP_REUSED')
  const standing = standingOf(diary, bookingId)
  if (standing.state === 'held') return refuse('BOOKING_PENDING')
  if (standing.state === 'none') return refuse(slot.endsAt <= now ? 'BOOKING_PAST' : 'NOT_FOUND')
  if (standing.state === 'ended' && seen === 'new') return refuse('ALREADY_CANCELLED')
  if (standing.state === 'kept') {
    const claim = standing.claim as BookingClaim
    const refusal = decideGiveBack(claim, now)
    if (refusal) return refuse(refusal)
    const because = { kind: 'provider', say } as const
    if (!(await giveBack(residentId, claim, { because, now, tap })))
      await endKept(await findDiary(residentId), { bookingId, at: now, tap, why: say })
  }
  return { ...(await presentOne(slot, which)), cancelled: true as const }
})
