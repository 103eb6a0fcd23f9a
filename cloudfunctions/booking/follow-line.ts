import type { SlotDoc } from './booking.docs'
import { declineOffer, findWaits, leaveLine, passOn } from './line.store'

/** What becomes of the lines in which somebody waits, when they leave, die, are erased or turn out to be two records. */

/** Nobody waits for them any more; what was offered goes to the next. */
export async function leaveLines(residentId: string, now: number): Promise<void> {
  for (const slot of await findWaits(residentId)) await leaveOne(slot, residentId, now)
}

async function leaveOne(slot: SlotDoc, residentId: string, now: number): Promise<void> {
  for (const offer of slot.offers) {
    if (offer.residentId === residentId) await declineOffer(slot._id, offer, now)
  }
  await leaveLine(slot._id, residentId)
}

/** The other record waits in the same place; where it waits there itself, or has a seat, the place falls away. */
export async function passLinesOn(from: string, into: string, now: number): Promise<void> {
  for (const slot of await findWaits(from)) {
    if (!(await passOn(slot, from, into))) await leaveOne(slot, from, now)
  }
}
