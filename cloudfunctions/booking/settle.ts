import { endLeaving, findLeaving, findLeftHeld, keep, release, swap } from '../shared/diary'
import { type Diary, HELD_TOO_LONG, standingOf } from '../shared/diary.rules'
import { giveSharesBack, holdsShare } from '../shared/household-counts'
import { eachOf } from '../shared/together'
import type { SlotDoc } from './booking.docs'
import { type BookingClaim, hasSeat } from './booking.rules'
import { findSlots, giveSeatBack } from './booking.store'
import { leave, ownShareOnly } from './leave'

/** Diaries looked at in one round, and worked on at a time. */
const BATCH = 100
const WIDTH = 8

/** Claims held for too long belong to calls that died: kept where they got all that they need, released otherwise. */
export async function settleHeldClaims(now: number): Promise<number> {
  let settled = 0
  for (;;) {
    const before = settled
    const diaries = await findLeftHeld(now, BATCH)
    const left = diaries.flatMap((diary) =>
      diary.held
        .filter(({ kind, at }) => kind === 'booking' && at < now - HELD_TOO_LONG)
        .map((claim) => ({ diary, claim: claim as BookingClaim })),
    )
    const slots = new Map(
      (await findSlots(left.map(({ claim }) => claim.place))).map((s) => [s._id, s]),
    )
    await eachOf(left, WIDTH, async ({ diary, claim }) => {
      if (await settleOne(diary, claim, slots.get(claim.place) ?? null, now)) settled++
    })
    // A round that settles nothing would read the same diaries for ever.
    if (diaries.length < BATCH || settled === before) return settled
  }
}

async function settleOne(
  diary: Diary,
  claim: BookingClaim,
  slot: SlotDoc | null,
  now: number,
): Promise<boolean> {
  const seated = hasSeat(slot, diary._id, claim.id)
  const old = claim.replaces === undefined ? undefined : standingOf(diary, claim.replaces)
  const oldClaim = old?.state === 'kept' ? (old.claim as BookingClaim) : undefined
  const passedOn = claim.household !== undefined && claim.household.hold !== claim.id
  const counted =
    claim.household === undefined ||
    (passedOn ? oldClaim !== undefined : await holdsShare(claim.household))
  if (seated && counted && (old === undefined || oldClaim)) {
    if (!oldClaim) return keep(diary._id, [claim], [], now)
    if (!(await swap(diary, claim, oldClaim, now))) return false
    await leave(diary._id, oldClaim, claim, now)
    return true
  }
  // The seat and the share are given back after the claim is gone: a call that goes on renews the claim first.
  if (!(await release(diary._id, [claim], now))) return false
  if (seated)
    await giveSeatBack(diary._id, ownShareOnly(claim), now, { because: { kind: 'limit' } })
  if (!passedOn) await giveSharesBack([claim])
  return true
}

/** What claims left behind that calls died with before they gave it back: places, and shares of a household; and all marks. */
export async function settleLeaving(now: number): Promise<number> {
  let settled = 0
  for (;;) {
    const diaries = await findLeaving(now, BATCH)
    await eachOf(diaries, WIDTH, async (diary) => {
      for (const old of diary.leaving ?? []) {
        if (old.endedAt >= now - HELD_TOO_LONG) continue
        const next = old.goesOnAs === undefined ? undefined : { id: old.goesOnAs }
        await leave(diary._id, old, next, now)
        await giveSharesBack([old])
        await endLeaving(diary._id, old.id)
        settled++
      }
    })
    if (diaries.length < BATCH) return settled
  }
}
