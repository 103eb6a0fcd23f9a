import type { SlotDoc } from './booking.docs'
import { findSlot } from './booking.store'
import { type LineStep, nextLook, nextStep } from './line.rules'
import { endLine, lapseOffers, leaveLine, lookAgain, offerPlaces } from './line.store'

/** Steps of one line at a time: a line has at most `LIMITS.waiting` people, and other calls come between. */
const STEPS = 60

/**
 * Moves a line until it rests: ends offers that ran out, offers what is free to whoever waits longest, and ends the
 * line with the slot's booking. Each step is one conditional update, so that it is safe to repeat, at the same time
 * too. Answers how many steps were taken.
 */
export async function moveOn(slot: SlotDoc, now: number): Promise<number> {
  let taken = 0
  let current: SlotDoc | null = slot
  for (let steps = 0; steps < STEPS && current; steps++) {
    const step = nextStep(current, now)
    if (!step) {
      await restOf(current)
      return taken
    }
    if (await take(current._id, step, now)) taken++
    current = await findSlot(current._id)
  }
  return taken
}

/** The line rests until something happens, or until then. */
async function restOf(slot: SlotDoc): Promise<void> {
  const at = nextLook(slot)
  if (slot.queueAt !== at && !(at === null && slot.queueAt === undefined)) await lookAgain(slot, at)
}

function take(slotId: string, step: LineStep, now: number): Promise<boolean> {
  switch (step.kind) {
    case 'lapse':
      return lapseOffers(slotId, step.offers, now)
    case 'end':
      return endLine(slotId, step.waiting, now)
    case 'skip':
      return leaveLine(slotId, step.waiting.residentId)
    case 'offer':
      return offerPlaces(slotId, step.waiting, { until: step.until, now })
  }
}

/** Offers what came free in a call that has little time: one step, and the ticker does the rest. */
export async function offerNow(slot: SlotDoc, now: number): Promise<void> {
  const step = nextStep(slot, now)
  if (step?.kind === 'offer') await take(slot._id, step, now)
}
