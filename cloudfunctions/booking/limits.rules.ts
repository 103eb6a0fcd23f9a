import type { ErrorCode } from '../../types/contract/errors'
import { type Counts, dayKey, monthKey, passedBy, usedOf, weekKey } from '../shared/counts.rules'
import type { Diary, Entitlement } from '../shared/diary.rules'
import { dayOf } from '../shared/time'
import type { SlotFacts, SubsidyUse } from './booking.rules'

/** What one booking uses up, and of what there is only so much. */
export interface Use {
  counts: Counts
  /** The most of each counter. */
  limits: Counts
}

type Limited = Pick<SlotFacts, 'serviceId' | 'startsAt' | 'terms'>

/** What a booking uses up of the limits of one person, or of one household. */
export function limitsUsed(
  { serviceId, startsAt, terms }: Limited,
  of: 'person' | 'household',
): Use {
  const day = dayOf(startsAt)
  const limits: Record<string, number> = {}
  const most = terms[of]
  if (most.day !== undefined) limits[dayKey(serviceId, day)] = most.day
  if (most.week !== undefined) limits[weekKey(serviceId, day)] = most.week
  if (most.month !== undefined) limits[monthKey(serviceId, day)] = most.month
  return { counts: Object.fromEntries(Object.keys(limits).map((key) => [key, 1])), limits }
}

/** The counter of an entitlement in a month. */
export const entitlementKey = (entitlementId: string, day: string): string =>
  monthKey(`e-${entitlementId}`, day)

type Owning = Pick<Diary, 'entitlements' | 'counts'>

/** The entitlements of somebody that a slot's visit may be taken from, whether anything of them is left or not. */
export const entitlementsFor = (
  { entitlements = [] }: Owning,
  { serviceId, need, startsAt, terms }: Limited & Pick<SlotFacts, 'need'>,
): Entitlement[] =>
  entitlements.filter(
    (one) =>
      one.unit === terms.subsidy?.unit &&
      (one.serviceId === undefined || one.serviceId === serviceId) &&
      (one.need === undefined || one.need === need) &&
      one.fromDay <= dayOf(startsAt) &&
      dayOf(startsAt) <= one.untilDay,
  )

/** How much of an entitlement is left in the month of a day. */
export const leftOf = ({ counts }: Owning, { id, perMonth }: Entitlement, day: string): number =>
  perMonth - usedOf(counts, entitlementKey(id, day))

/** From which entitlement a visit is taken: the first that has enough left. */
export function decideSubsidy(
  diary: Owning,
  slot: Limited & Pick<SlotFacts, 'need'>,
): { subsidy: SubsidyUse; use: Use } | Extract<ErrorCode, 'NO_ENTITLEMENT' | 'ENTITLEMENT_USED'> {
  const { subsidy } = slot.terms
  const fitting = entitlementsFor(diary, slot)
  if (!subsidy || fitting.length === 0) return 'NO_ENTITLEMENT'
  const day = dayOf(slot.startsAt)
  const from = fitting.find((one) => leftOf(diary, one, day) >= subsidy.units)
  if (!from) return 'ENTITLEMENT_USED'
  const key = entitlementKey(from.id, day)
  const { unit, units } = subsidy
  return {
    subsidy: { entitlementId: from.id, unit, units, month: day.slice(0, 7) },
    use: { counts: { [key]: units }, limits: { [key]: from.perMonth } },
  }
}

/** Whether the person has as many bookings of the service as one may have in that time. */
export const passesPersonLimit = (
  { counts }: Owning,
  slot: Limited,
  already: Counts = {},
): boolean => {
  const use = limitsUsed(slot, 'person')
  const more = Object.fromEntries(
    Object.entries(use.counts).map(([key, n]) => [key, n + (already[key] ?? 0)]),
  )
  return passedBy(counts, more, use.limits) !== undefined
}
