import { sha256 } from '../../shared/digest'
import type { Diary } from '../../shared/diary.rules'
import type { ClosureDoc } from '../booking.docs'
import type { BookingClaim, Seat } from '../booking.rules'
import { findSlot } from '../booking.store'
import { called } from '../called'
import { move } from '../move'
import { decideTake } from '../take.rules'

interface Closing {
  diary: Diary
  claim: BookingClaim
  seat: Seat
  /** The slot it goes to, by its id. */
  to: string
  closure: ClosureDoc
  now: number
}

/** How far ahead a closed day's visits may be moved. */
const AHEAD_DAYS = 90

/**
 * Moves a visit of a closed day to another slot. Whoever moves it is the provider, so that neither who may book nor how
 * early counts; but nobody is put past a limit. `later`: the person does something with it at this moment.
 */
export async function moveBooking(closing: Closing): Promise<'moved' | 'no room' | 'later'> {
  const { diary, claim: old, closure, now } = closing
  // Held by a try that died, or by the person: what becomes of it is settled first, or it would look like a clash.
  if (diary.held.length > 0) return 'later'
  const slot = await findSlot(closing.to)
  if (!slot || slot._id === old.place) return 'no room'
  const grant = decideTake(
    { ...slot, terms: { ...slot.terms, leadMinutes: 0, aheadDays: AHEAD_DAYS, who: {} } },
    {
      diary,
      facts: { attributes: [], places: [] },
      byDesk: true,
      useSubsidy: old.view.subsidy !== undefined,
      replaced: old,
    },
    now,
  )
  if (typeof grant === 'string') return 'no room'
  const { communityId } = closure
  const person = await called(diary._id, closing.seat)
  const tapId = `move-${sha256(`${closure._id} ${old.id}`).slice(0, 24)}`
  const moved = await move(
    {
      ...{ diary, old, now },
      subject: { residentId: diary._id, communityId, ...person },
      tap: { tapId, of: 'booking.closeDay', at: now },
      moved: { say: closure.say, closureId: closure._id },
    },
    { slot, grant, householdId: old.household?.householdId },
  )
  if (!moved) return 'later'
  return 'claim' in moved ? 'moved' : 'no room'
}
