import { findDiary } from '../shared/diary'
import { standingOf } from '../shared/diary.rules'
import { giveSharesBack } from '../shared/household-counts'
import type { BookingClaim } from './booking.rules'

/**
 * What a booking counted for in its home is free again, once its claim has left the diary: `ended` by this very call, or
 * as the diary says. Where it was exchanged for another time at the same moment, that one goes on with it, or it is
 * given back as its place is left (leave.ts). Safe to repeat.
 */
export async function giveBackShare(
  residentId: string,
  claim: BookingClaim,
  { ended }: { ended: boolean },
): Promise<void> {
  if (claim.household === undefined) return
  if (!ended) {
    const diary = await findDiary(residentId)
    const standing = diary && standingOf(diary, claim.id)
    if (standing?.state === 'kept') return
    if (standing?.state === 'ended' && standing.claim.goesOnAs !== undefined) return
  }
  await giveSharesBack([claim])
}
