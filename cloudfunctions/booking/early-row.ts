import { together } from '../shared/together'
import { findBooking, findSlot } from './booking.store'
import type { BookingDoc, SlotDoc } from './booking.docs'
import { slotOfBooking } from './booking.rules'
import { deliver } from './deliver'

/**
 * The booking's row and its slot. Within a minute of the booking the row may not be there yet (deliver.ts): then what
 * the slot's outbox says of this booking is delivered now, which is safe to repeat.
 */
export async function findRow(
  bookingId: string,
  now: number,
): Promise<{ row: BookingDoc | null; slot: SlotDoc | null }> {
  const [row, slot] = await together([findBooking(bookingId), findSlot(slotOfBooking(bookingId))])
  if (row || !slot) return { row, slot }
  const outbox = slot.outbox.filter((entry) => 'claim' in entry && entry.claim.id === bookingId)
  if (outbox.length === 0) return { row, slot }
  await deliver([{ ...slot, outbox }], now)
  return { row: await findBooking(bookingId), slot }
}
