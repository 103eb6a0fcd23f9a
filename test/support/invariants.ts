import { expect } from 'vitest'
import type { BookingDoc, SlotDoc } from '../../cloudfunctions/booking/booking.docs'
import type { Claim, Diary } from '../../cloudfunctions/shared/diary.rules'
import type { TestCloud } from './cloud'
import { allOf } from './database'

/**
 * What is always true of bookings, whatever ran at the same time: no more seats than places, every
 * seat held by a claim, nobody in two places at once. `settled`: after the ticker, when nothing is
 * held any more, seats and kept claims are the same thing and the rows say so too.
 */
export async function holdsForBookings(
  cloud: TestCloud,
  { now, settled }: { now: number; settled: boolean },
): Promise<{ seats: number }> {
  const slots = await allOf<SlotDoc>(cloud, 'slots')
  const diaries = await allOf<Diary>(cloud, 'diaries')
  const claims = new Map<string, Claim>()
  for (const diary of diaries) {
    const live = [...diary.held, ...diary.kept].sort((a, b) => a.from - b.from)
    expect(diary.live, `live claims of ${diary._id}`).toBe(live.length)
    live.forEach((claim, i) => {
      const before = live[i - 1]
      if (before) expect(before.to, `${diary._id} in two places`).toBeLessThanOrEqual(claim.from)
      claims.set(`${diary._id} ${claim.place}`, claim)
    })
    if (settled) expect(diary.held, `claims held by ${diary._id}`).toEqual([])
    if (settled) expect(diary.moving ?? [], `claims leaving ${diary._id}`).toEqual([])
  }
  // On its way from one diary into another, a claim stands for a seat of either.
  for (const { _id, goesTo = '', moving = [] } of diaries) {
    for (const claim of moving) {
      for (const key of [`${_id} ${claim.place}`, `${goesTo} ${claim.place}`]) {
        if (!claims.has(key)) claims.set(key, claim)
      }
    }
  }
  let seats = 0
  for (const slot of slots) {
    const taken = Object.entries(slot.seats)
    expect(slot.left, `places left in ${slot._id}`).toBe(
      slot.capacity - taken.length - slot.offers.length,
    )
    expect(slot.left).toBeGreaterThanOrEqual(0)
    if (settled) expect(slot.outbox, `outbox of ${slot._id}`).toEqual([])
    if (slot.endsAt <= now) continue
    seats += taken.length
    for (const [residentId, { bookingId }] of taken) {
      expect(claims.get(`${residentId} ${slot._id}`)?.id, `claim for ${bookingId}`).toBe(bookingId)
    }
  }
  if (settled) await holdsForRows(cloud, slots, diaries, now)
  return { seats }
}

async function holdsForRows(
  cloud: TestCloud,
  slots: readonly SlotDoc[],
  diaries: readonly Diary[],
  now: number,
): Promise<void> {
  const bySlot = new Map(slots.map((slot) => [slot._id, slot]))
  const rows = new Map((await allOf<BookingDoc>(cloud, 'bookings')).map((row) => [row._id, row]))
  for (const { _id: residentId, kept, ended } of diaries) {
    for (const { id, place, to } of kept) {
      if (to <= now) continue
      expect(bySlot.get(place)?.seats[residentId]?.bookingId, `seat of ${id}`).toBe(id)
      expect(rows.get(id)?.state, `row of ${id}`).toBe('booked')
    }
    for (const { id } of ended) expect(rows.get(id)?.state, `row of ${id}`).toBe('cancelled')
  }
}
