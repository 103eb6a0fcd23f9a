import { end } from '../../shared/diary'
import { type Diary, standingOf } from '../../shared/diary.rules'
import type { DoneBy } from '../../../types/contract/done-by'
import { giveBackShare } from '../give-back-share'
import type { Tap } from '../../shared/taps'
import type { Because } from '../booking.docs'
import { type BookingClaim, cancelledClaim } from '../booking.rules'
import { giveSeatBack } from '../booking.store'

/** Who works there gives a place back. */
const BY: DoneBy = { kind: 'desk' }

/**
 * The seat goes back first, then the claim leaves the diary; what a crash leaves between is done by the slot's outbox
 * entry. True once the claim has left, by this call or another.
 */
export async function giveBack(
  residentId: string,
  kept: BookingClaim,
  { because, now, tap }: { because: Because; now: number; tap?: Tap },
): Promise<boolean> {
  const claim = cancelledClaim(kept, BY, because.kind === 'provider' ? because.say : undefined)
  await giveSeatBack(residentId, claim, now, { because, ...(tap ? { tap } : {}) })
  const ended = await end(residentId, claim, now, tap ?? null)
  await giveBackShare(residentId, claim, { ended })
  return ended
}

/**
 * The place of somebody who did not come is free, whatever of it was done before; their claim follows from the slot's
 * outbox (deliver.ts). Safe to repeat.
 */
export async function freeLate(diary: Diary | null, bookingId: string, now: number): Promise<void> {
  if (!diary) return
  const standing = standingOf(diary, bookingId)
  if (standing.state !== 'kept') return
  const claim = cancelledClaim(standing.claim as BookingClaim, BY)
  await giveSeatBack(diary._id, claim, now, { because: { kind: 'late' } })
}
