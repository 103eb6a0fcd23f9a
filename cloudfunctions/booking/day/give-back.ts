import { end, findDiary } from '../../shared/diary'
import { type Diary, standingOf } from '../../shared/diary.rules'
import type { DoneBy } from '../../../types/contract/done-by'
import { giveSharesBack } from '../../shared/household-counts'
import type { Tap } from '../../shared/taps'
import { together } from '../../shared/together'
import type { Because } from '../booking.docs'
import { type BookingClaim, cancelledClaim } from '../booking.rules'
import { giveSeatBack } from '../booking.store'
import { endKept } from '../end-kept'

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
  const [ended] = await together([
    end(residentId, claim, now, tap ?? null),
    giveSharesBack([claim]),
  ])
  return ended
}

/** The same of a place whose person did not come, whatever of it was done before. */
export async function giveLateBack(
  residentId: string,
  bookingId: string,
  now: number,
): Promise<Diary | null> {
  const diary = await findDiary(residentId)
  const standing = diary ? standingOf(diary, bookingId) : { state: 'none' as const }
  if (diary && standing.state === 'kept') {
    const done = await giveBack(residentId, standing.claim as BookingClaim, {
      because: { kind: 'late' },
      now,
    })
    if (!done) await endKept(await findDiary(residentId), { bookingId, at: now, by: BY })
  }
  return diary
}
