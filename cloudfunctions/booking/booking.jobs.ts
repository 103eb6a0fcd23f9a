import { end, findDiary, findLeftHeld, keep, readDiaries, release } from '../shared/diary'
import { type Diary, HELD_TOO_LONG, standingOf } from '../shared/diary.rules'
import { eachOf, together } from '../shared/together'
import type { SeatEntry, SlotDoc } from './booking.docs'
import { type BookingClaim, cancelledClaim, hasSeat } from './booking.rules'
import { applyToRow, drainSlots, findSlots, giveSeatBack } from './booking.store'

/** What the ticker does for bookings: first what crashes left, then what follows from commits. */
export async function settleBookings(now: number): Promise<Record<string, number>> {
  const settled = await settleHeldClaims(now)
  const delivered = await drainSlots((slots) => deliver(slots, now))
  return { settled, delivered }
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

/** Writes the rows, and makes diary and slot agree where a crash came between them. Safe to repeat. */
async function deliver(slots: readonly SlotDoc[], now: number): Promise<void> {
  const waiting = slots.flatMap((slot) => slot.outbox.map((entry) => ({ slot, entry })))
  const diaries = new Map(
    (await readDiaries(waiting.map(({ entry }) => entry.residentId))).map((d) => [d._id, d]),
  )
  await eachOf(waiting, WIDTH, async ({ slot, entry }) => {
    const diary = diaries.get(entry.residentId)
    await together([
      applyToRow(slot, entry, diary && noteIn(diary, entry.claim.id)),
      entry.kind === 'cancelled' ? endInDiary(diary, entry) : freeOrphan(slot, diary, entry, now),
    ])
  })
}

/** What was said with a booking, sealed, as long as the diary knows the booking. */
function noteIn(diary: Diary, bookingId: string): string | undefined {
  const standing = standingOf(diary, bookingId)
  return standing.state === 'none' ? undefined : standing.claim.note
}

/** A cancellation that died after giving the seat back: its claim still stands in the diary. */
async function endInDiary(diary: Diary | null | undefined, entry: SeatEntry): Promise<void> {
  const kept = diary?.kept.find(({ id }) => id === entry.claim.id) as BookingClaim | undefined
  if (!diary || !kept) return
  const claim = cancelledClaim(kept, entry.claim.view.cancelledBy)
  if (await end(diary._id, claim, entry.at, entry.tap ?? null)) return
  // Ended by its own call meanwhile, or its note was sealed anew.
  await endInDiary(await findDiary(diary._id), entry)
}

/** A seat whose claim is gone (its call slept past the claim's release): the place is free again. */
async function freeOrphan(
  slot: SlotDoc,
  diary: Diary | undefined,
  entry: SeatEntry,
  now: number,
): Promise<void> {
  const ahead = slot.endsAt > now
  if (!ahead || !hasSeat(slot, entry.residentId, entry.claim.id)) return
  if (diary && standingOf(diary, entry.claim.id).state !== 'none') return
  await giveSeatBack(entry.residentId, entry.claim, now)
}
