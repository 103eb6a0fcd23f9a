import type { Slot } from '../../types/contract/booking'
import type { Terms } from '../../types/contract/booking-terms'
import { type CountersByMonth, passedBy } from '../shared/counts.rules'
import { clashes, type Diary } from '../shared/diary.rules'
import type { PersonFacts } from '../shared/person-facts.rules'
import { addDays, dayOf, momentOf } from '../shared/time'
import type { ServiceDoc } from './booking.docs'
import { decideEligible, type NotEligible } from './eligible.rules'
import { entitlementsFor, leftOf, limitsUsed, type Use } from './limits.rules'
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

/** What a person, and the people of their home together, have used up. */
interface Used {
  diary: Diary | null
  home: CountersByMonth | undefined
}

/** The slots with what of the person's own, or of their home's, speaks against those that are open. */
export const withAgainst = (slots: readonly Slot[], terms: Terms, used: Used): Slot[] =>
  slots.map((slot) => {
    if (slot.state !== 'open' || slot.bookingId !== undefined) return slot
    const against = againstOf(slot, terms, used)
    return against ? { ...slot, against } : slot
  })

function againstOf(
  { serviceId, startsAt, endsAt }: Slot,
  terms: Terms,
  { diary, home }: Used,
): Slot['against'] {
  if (diary && clashes(diary, { from: startsAt, to: endsAt }).length > 0) return 'clash'
  const slot = { serviceId, startsAt, terms }
  if (passes(diary?.counts, limitsUsed(slot, 'person'))) return 'limit'
  return passes(home, limitsUsed(slot, 'household')) ? 'homeLimit' : undefined
}

const passes = (used: CountersByMonth | undefined, { counts, limits }: Use): boolean =>
  passedBy(used, counts, limits) !== undefined

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
