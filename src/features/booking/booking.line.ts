import type { Contract } from '../../../types/contract'
import type { MyWait, Slot } from '../../../types/contract/booking'

type Joined = Contract['booking.joinWaitlist']['output']

/** A slot after somebody joined its line, as the command said it. */
export function withLine(slot: Slot, { inLine, waiting }: Joined): Slot {
  const { inLine: _before, offerUntil: _offer, ...rest } = slot
  return { ...rest, waiting, ...(inLine === undefined ? {} : { inLine }) }
}

/** A slot after somebody left its line, or declined what was kept for them: that place is for the next. */
export function withoutLine(slot: Slot): Slot {
  const { inLine, offerUntil, ...rest } = slot
  if (offerUntil !== undefined) return { ...rest, state: 'full', left: 0 }
  if (inLine === undefined) return slot
  return { ...rest, waiting: Math.max(0, (slot.waiting ?? 1) - 1) }
}

/** What somebody waits for, with one more: soonest first. */
export function withWait(waits: readonly MyWait[], wait: MyWait): MyWait[] {
  const others = withoutWait(waits, wait.slotId)
  return [...others, wait].sort((a, b) => a.startsAt - b.startsAt)
}

export const withoutWait = (waits: readonly MyWait[], slotId: string): MyWait[] =>
  waits.filter((one) => one.slotId !== slotId)

/** Offers first, since they run out; an offer whose time is over is none. */
export const byUrgency = (waits: readonly MyWait[], now: number): MyWait[] => {
  const kept = ({ offerUntil = 0 }: MyWait) => offerUntil > now
  const offers = waits.filter(kept).sort((a, b) => (a.offerUntil ?? 0) - (b.offerUntil ?? 0))
  return [...offers, ...waits.filter((wait) => !kept(wait) && wait.inLine !== undefined)]
}

/** Whole minutes that are left of an offer, rounded down: nobody is promised more than there is. */
export const minutesLeft = (offerUntil: number, now: number): number =>
  Math.max(0, Math.floor((offerUntil - now) / 60_000))
