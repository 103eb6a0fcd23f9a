import { expect } from 'vitest'
import type { SlotDoc } from '../../cloudfunctions/booking/booking.docs'
import { decideOpen } from '../../cloudfunctions/booking/booking.rules'

/**
 * The line was served in order between two looks at the slots: who still waits stands in the same order, before those
 * who came later; nobody was offered a place while somebody before them still waits; and nobody walked past a line.
 */
export function heldToOrder(before: readonly SlotDoc[], after: readonly SlotDoc[]): void {
  const earlier = new Map(before.map((slot) => [slot._id, slot]))
  for (const slot of after) {
    const was = earlier.get(slot._id)
    if (was && was.queue.length > 0) heldInSlot(was, slot)
  }
}

function heldInSlot(was: SlotDoc, slot: SlotDoc): void {
  const still = new Set(slot.queue.map(({ tapId }) => tapId))
  const stayed = was.queue.filter(({ tapId }) => still.has(tapId)).map(({ tapId }) => tapId)
  const first = slot.queue.slice(0, stayed.length).map(({ tapId }) => tapId)
  expect(first, `who waits in ${slot._id}`).toEqual(stayed)
  const firstStaying = was.queue.findIndex(({ tapId }) => still.has(tapId))
  if (firstStaying < 0) return
  const passed = was.queue.slice(firstStaying).map(({ tapId }) => tapId)
  const offered = slot.offers.filter(({ tapId }) => passed.includes(tapId))
  expect(offered, `offered past the line of ${slot._id}`).toEqual([])
  const had = new Set(Object.values(was.seats).map(({ bookingId }) => bookingId))
  const turn = [...was.offers, ...was.queue.slice(0, firstStaying)].map(
    ({ residentId }) => residentId,
  )
  const walkedIn = Object.entries(slot.seats).filter(
    ([residentId, { bookingId }]) => !had.has(bookingId) && !turn.includes(residentId),
  )
  expect(walkedIn, `seats past the line of ${slot._id}`).toEqual([])
}

/** After the ticker nobody waits for a place that is free. */
export function nobodyWaitsInVain(slots: readonly SlotDoc[], now: number): void {
  for (const slot of slots) {
    if (decideOpen(slot, now) !== null) continue
    if (slot.queue.length > 0) expect(slot.left, `free while people wait in ${slot._id}`).toBe(0)
  }
}
