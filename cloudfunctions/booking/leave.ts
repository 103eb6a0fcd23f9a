import type { EndedClaim } from '../shared/diary.rules'
import type { BookingClaim } from './booking.rules'
import { giveSeatBack } from './booking.store'

/**
 * A claim that never came to stand, with its own share of the household's limits alone: one that it was to go on with is
 * that of the booking it was to take the place of, or of whatever has taken that place since.
 */
export function ownShareOnly(claim: BookingClaim): BookingClaim {
  if (claim.household === undefined || claim.household.hold === claim.id) return claim
  const { household: _household, ...alone } = claim
  return alone
}

/**
 * The place of a booking whose time was changed, or that never came to be one, is free. What it counted for in the
 * household comes back with it, unless the booking that took its place has that now. Safe to repeat.
 */
export async function leave(
  residentId: string,
  old: BookingClaim | EndedClaim,
  next: Pick<BookingClaim, 'id' | 'household'> | undefined,
  now: number,
): Promise<void> {
  const passedOn = old.household !== undefined && next?.household?.hold === old.household.hold
  const { household: _household, ...alone } = old
  await giveSeatBack(residentId, (passedOn ? alone : old) as BookingClaim, now, {
    because: next ? { kind: 'changed', to: next.id } : { kind: 'limit' },
  })
}
