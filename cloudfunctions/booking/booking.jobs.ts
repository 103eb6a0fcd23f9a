import { forgetPlaces } from './care/care.store'
import { drainSlots } from './booking.store'
import { deliver } from './deliver'
import { moveLines } from './line.jobs'
import { followPeople } from './follow-person'
import { settleHeldClaims, settleLeaving } from './settle'

/** What the ticker does for bookings: what crashes left, what became of people, and what follows from commits. */
export async function settleBookings(now: number): Promise<Record<string, number>> {
  const settled = await settleHeldClaims(now)
  const left = await settleLeaving(now)
  const followed = await followPeople(now)
  const lines = await moveLines(now)
  const delivered = await drainSlots((slots) => deliver(slots, now))
  const placesForgotten = await forgetPlaces(now)
  return { settled, left, followed, lines, delivered, placesForgotten }
}
