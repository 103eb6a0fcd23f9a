import { forgetPlaces } from './care/care.store'
import { drainSlots } from './booking.store'
import { followAbsences } from './day/absent.jobs'
import { countFigures } from './day/figures.jobs'
import { remindPeople } from './day/remind.jobs'
import { deliver } from './deliver'
import { moveLines } from './line.jobs'
import { followPeople } from './follow-person'
import { SECOND } from '../shared/time'
import { settleHeldClaims, settleLeaving } from './settle'
import { carryOutClosures } from './times/closing.jobs'
import { replanChanged } from './times/replan.jobs'
import { rollForward } from './times/roll.jobs'

/** How long one run closes days and makes times; the next one goes on. */
const SLICE = 10 * SECOND

/** What the ticker does for bookings: what crashes left, what became of people, and what follows from commits. */
export async function settleBookings(now: number): Promise<Record<string, number>> {
  const settled = await settleHeldClaims(now)
  const left = await settleLeaving(now)
  const followed = await followPeople(now)
  const until = Date.now() + SLICE
  const closed = await carryOutClosures(now, until)
  const planned = await replanChanged(now, until)
  const rolled = await rollForward(now, until)
  const lines = await moveLines(now)
  const delivered = await drainSlots((slots) => deliver(slots, now))
  const placesForgotten = await forgetPlaces(now)
  const reminded = await remindPeople(now)
  const missed = await followAbsences(now)
  const counted = await countFigures(now)
  return {
    settled,
    left,
    followed,
    closed,
    planned,
    rolled,
    lines,
    delivered,
    placesForgotten,
    reminded,
    missed,
    counted,
  }
}
