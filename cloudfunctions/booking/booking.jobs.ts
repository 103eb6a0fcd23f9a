import { drainSlots } from './booking.store'
import { followAbsences } from './day/absent.jobs'
import { countFigures } from './day/figures.jobs'
import { remindPeople } from './day/remind.jobs'
import { deliver } from './deliver'
import { followPeople } from './follow-person'
import { settleHeldClaims, settleLeaving } from './settle'

/** What the ticker does for bookings: what crashes left, what became of people, and what follows from commits. */
export async function settleBookings(now: number): Promise<Record<string, number>> {
  const settled = await settleHeldClaims(now)
  const left = await settleLeaving(now)
  const followed = await followPeople(now)
  const delivered = await drainSlots((slots) => deliver(slots, now))
  const reminded = await remindPeople(now)
  const missed = await followAbsences(now)
  const counted = await countFigures(now)
  return { settled, left, followed, delivered, reminded, missed, counted }
}
