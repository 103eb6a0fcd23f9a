import { booking } from '../../types/contract/booking'
import { refuse } from '../shared/errors'
import { handle } from '../shared/serve'
import { tapSeen } from '../shared/taps'
import type { SlotDoc } from './booking.docs'
import { findSlot } from './booking.store'
import { declineOffer, leaveLine } from './line.store'
import { offerNow } from './line'

/** How often a call looks again when the slot changed between reading and writing. */
const TRIES = 4

/** Leaves the line, or gives up an offer, which goes to the next in the same call. */
export const leaveWaitlist = handle(booking.leaveWaitlist, async (call, { slotId }) => {
  const { subject, tap, now } = call
  for (let tries = 0; tries < TRIES; tries++) {
    const slot = await findSlot(slotId)
    if (slot?.communityId !== subject.communityId) return refuse('NOT_FOUND')
    const seen = tapSeen(slot.lineTaps ?? [], tap)
    if (seen === 'reused') return refuse('TAP_REUSED')
    const { residentId } = subject
    const offer = slot.offers.find((one) => one.residentId === residentId)
    const waits = slot.queue.some((one) => one.residentId === residentId)
    if (seen === 'same' || (!offer && !waits)) return { slotId }
    if (!offer && (await leaveLine(slotId, residentId, tap))) return { slotId }
    if (offer && (await declineOffer(slotId, offer, now, tap))) {
      await offerNow(without(slot, offer.id), now)
      return { slotId }
    }
  }
  return refuse('BUSY')
})

const without = (slot: SlotDoc, offerId: string): SlotDoc => ({
  ...slot,
  left: slot.left + 1,
  offers: slot.offers.filter(({ id }) => id !== offerId),
})
