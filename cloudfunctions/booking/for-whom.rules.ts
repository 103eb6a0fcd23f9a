import type { Slot } from '../../types/contract/booking'
import type { Terms } from '../../types/contract/booking-terms'
import { passedBy } from '../shared/counts.rules'
import { clashes, type Diary } from '../shared/diary.rules'
import type { PersonFacts } from '../shared/person-facts.rules'
import { addDays, dayOf, momentOf } from '../shared/time'
import type { ServiceDoc } from './booking.docs'
import { decideEligible, type NotEligible } from './eligible.rules'
import { entitlementsFor, leftOf, limitsUsed } from './limits.rules'
import { barredUntil } from './strikes.rules'

/**
 * Why this person may not book the service on any day that is open: told on its screen, before the tap. Who is too
 * young today may be old enough on a later day, so the last day that is open counts for them, and today for others.
 */
export function decideForWhom(
  { who, aheadDays, strikes: counts }: Terms,
  { facts, strikes }: { facts: PersonFacts; strikes: readonly { at: number }[] },
  now: number,
): NotEligible | 'BARRED' | null {
  if (counts && barredUntil(strikes, now) !== null) return 'BARRED'
  const today = dayOf(now)
  const refusal = decideEligible(who, facts, today)
  return refusal === 'TOO_YOUNG' ? decideEligible(who, facts, addDays(today, aheadDays)) : refusal
}

/**
 * The slots with what of the person's own speaks against those that are open, told before the tap. A household's limits
 * are another document's, and are told at the tap.
 */
export function withAgainst(slots: readonly Slot[], terms: Terms, diary: Diary | null): Slot[] {
  if (!diary) return [...slots]
  return slots.map((slot) => {
    if (slot.state !== 'open' || slot.bookingId !== undefined) return slot
    const against = againstOf(slot, terms, diary)
    return against ? { ...slot, against } : slot
  })
}

function againstOf(
  { serviceId, startsAt, endsAt }: Slot,
  terms: Terms,
  diary: Diary,
): Slot['against'] {
  if (clashes(diary, { from: startsAt, to: endsAt }).length > 0) return 'clash'
  const { counts, limits } = limitsUsed({ serviceId, startsAt, terms }, 'person')
  return passedBy(diary.counts, counts, limits) === undefined ? undefined : 'limit'
}

/** What somebody's entitlements leave for a service this month and the next. */
export function entitledIn(
  diary: Pick<Diary, 'entitlements' | 'counts'> | null,
  { _id: serviceId, need, terms }: Pick<ServiceDoc, '_id' | 'need' | 'terms'>,
  now: number,
): { month: string; unit: 'voucher' | 'minute'; left: number }[] {
  const unit = terms.subsidy?.unit
  if (!diary || !unit) return []
  const today = dayOf(now)
  const days = [today, addDays(`${today.slice(0, 7)}-28`, 4)]
  return days.flatMap((day) => {
    const slot = { serviceId, need, terms, startsAt: momentOf(day) }
    const left = entitlementsFor(diary, slot).map((one) => leftOf(diary, one, day))
    return left.length === 0
      ? []
      : [{ month: day.slice(0, 7), unit, left: left.reduce((sum, n) => sum + n, 0) }]
  })
}
