import { findLeftHeld, keep, release } from '../shared/diary'
import { HELD_TOO_LONG } from '../shared/diary.rules'
import { eachOf } from '../shared/together'
import { hasSeat } from './booking.rules'
import { drainSlots, findSlots } from './booking.store'
import { deliver } from './deliver'
import { followPeople } from './follow-person'

/** What the ticker does for bookings: what crashes left, what became of people, and what follows from commits. */
export async function settleBookings(now: number): Promise<Record<string, number>> {
  const settled = await settleHeldClaims(now)
  const followed = await followPeople(now)
  const delivered = await drainSlots((slots) => deliver(slots, now))
  return { settled, followed, delivered }
}

/** Diaries looked at in one round, and worked on at a time. */
const BATCH = 100
const WIDTH = 8

/** Claims held for too long belong to calls that died: kept if the place was taken, released otherwise. */
async function settleHeldClaims(now: number): Promise<number> {
  let settled = 0
  for (;;) {
    const before = settled
    const diaries = await findLeftHeld(now, BATCH)
    const left = diaries.flatMap((diary) =>
      diary.held
        .filter(({ kind, at }) => kind === 'booking' && at < now - HELD_TOO_LONG)
        .map((claim) => ({ residentId: diary._id, claim })),
    )
    const slots = new Map(
      (await findSlots(left.map(({ claim }) => claim.place))).map((s) => [s._id, s]),
    )
    await eachOf(left, WIDTH, async ({ residentId, claim }) => {
      const slot = slots.get(claim.place) ?? null
      const settle = hasSeat(slot, residentId, claim.id) ? keep : release
      if (await settle(residentId, claim)) settled++
    })
    // A round that settles nothing would read the same diaries for ever.
    if (diaries.length < BATCH || settled === before) return settled
  }
}
