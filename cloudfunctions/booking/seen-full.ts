import { SECOND } from '../shared/time'
import type { SlotDoc } from './booking.docs'
import { decideOpen, decideRoom } from './booking.rules'

/**
 * Slots that this instance has just seen full, by when. Of this instance alone: it costs nobody a request. Where a
 * thousand people want a hundred places, nine hundred of them are told so from the slot as it stands, without reading
 * what else they have.
 */
const seen = new Map<string, number>()

/** How long it is worth looking at the slot first. */
const LASTS = 2 * SECOND
const MOST = 200

export function noteFull(slotId: string): void {
  if (seen.size >= MOST) seen.clear()
  seen.set(slotId, performance.now())
}

export const wasFull = (slotId: string): boolean =>
  performance.now() - (seen.get(slotId) ?? -Infinity) < LASTS

/**
 * Full for this person as it stands: they have no place in it, neither taken nor kept for them, so that none of their
 * taps can have got one.
 */
export const isFullFor = (slot: SlotDoc, residentId: string, now: number): boolean =>
  decideOpen(slot, now) === null &&
  slot.seats[residentId] === undefined &&
  decideRoom(slot, residentId, now) === 'SLOT_FULL'
