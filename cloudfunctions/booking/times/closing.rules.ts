import type { ClosureDoc, SlotDoc } from '../booking.docs'
import { dayOf, momentOf, momentText } from '../../shared/time'
import { overlap } from './patterns.rules'

/** The same time of another day, epoch ms. */
export const sameTimeOn = (day: string, at: number): number =>
  momentOf(day, momentText(at).slice(-5))

/** The stretch that is closed, epoch ms: the day, or hours of it; of today only what is still ahead. */
export function stretchOf(
  day: string,
  hours: { from: string; to: string } | undefined,
  now: number,
): { from: number; to: number } | null {
  const begins = momentOf(day)
  const at = (clock: string): number =>
    begins + (Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))) * 60_000
  const from = hours ? at(hours.from) : begins
  const to = hours ? at(hours.to) : at('24:00')
  if (to <= now) return null
  return { from: day === dayOf(now) ? Math.max(from, now) : from, to }
}

type Covering = Pick<ClosureDoc, 'of' | 'ofId' | 'from' | 'to'>
type Covered = Pick<SlotDoc, 'serviceId' | 'providerId' | 'placeId' | 'startsAt' | 'endsAt'>

/** Whether a slot lies, or reaches, in what is closed. */
export const covers = ({ of, ofId, from, to }: Covering, slot: Covered): boolean =>
  ofId === { service: slot.serviceId, provider: slot.providerId, place: slot.placeId }[of] &&
  overlap(slot, { startsAt: from, endsAt: to })
