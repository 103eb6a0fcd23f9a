import type { Entitled } from '../../../types/contract/booking-care'
import type { Need } from '../../../types/contract/booking-terms'
import { usedOf } from '../../shared/counts.rules'
import type { Diary, Entitlement } from '../../shared/diary.rules'
import { addDays } from '../../shared/time'
import { entitlementKey } from '../limits.rules'

/** Entitlements of one person that stand at a time. */
export const MOST_ENTITLEMENTS = 10

type Owning = Pick<Diary, 'entitlements' | 'counts'>

/** The month after the one of a day, '2026-12'. */
export const monthAfter = (month: string): string => addDays(`${month}-28`, 4).slice(0, 7)

/** What somebody has, with what is used of it this month and the next; what was entered last comes first. */
export function presentEntitlements(
  { entitlements = [], counts }: Owning,
  today: string,
  nameOf: (serviceId: string) => string | undefined,
): Entitled[] {
  const month = today.slice(0, 7)
  return entitlements
    .map((one): Entitled => {
      const { id, need, serviceId, unit, perMonth, fromDay, untilDay } = one
      const state = stateOf(one, today)
      const serviceName = serviceId === undefined ? undefined : nameOf(serviceId)
      return {
        entitlementId: id,
        ...(need === undefined ? {} : { need: need as Need }),
        ...(serviceId === undefined ? {} : { serviceId }),
        ...(serviceName === undefined ? {} : { serviceName }),
        ...{ unit, perMonth, fromDay, untilDay, state },
        months: [month, monthAfter(month)].map((of) => {
          const used = usedOf({ ...counts }, entitlementKey(id, `${of}-01`))
          const granted = grantedIn(one, of)
          return {
            month: of,
            used,
            left: state === 'over' ? 0 : Math.max(0, granted - used),
            over: Math.max(0, used - granted),
          }
        }),
      }
    })
    .reverse()
}

const stateOf = ({ fromDay, untilDay }: Entitlement, today: string): Entitled['state'] =>
  untilDay < today ? 'over' : fromDay > today ? 'ahead' : 'holds'

/** What it grants in a month: all of it where it holds on any of its days. */
const grantedIn = ({ fromDay, untilDay, perMonth }: Entitlement, month: string): number =>
  fromDay.slice(0, 7) <= month && month <= untilDay.slice(0, 7) && fromDay <= untilDay
    ? perMonth
    : 0

/** Over for so long that nothing of it is counted any more: the month before last. */
const isForgotten = ({ untilDay }: Entitlement, today: string): boolean =>
  untilDay < addDays(`${today.slice(0, 7)}-01`, -40)

/**
 * The entitlements with one more, or with one changed; `unknown` where that one is not there, `full` where there are
 * too many. Those long over are left out.
 */
export function withEntitlement(
  all: readonly Entitlement[],
  one: Entitlement,
  { isNew, today }: { isNew: boolean; today: string },
): Entitlement[] | 'unknown' | 'full' {
  if (!isNew && !all.some(({ id }) => id === one.id)) return 'unknown'
  const kept = all.filter((other) => other.id === one.id || !isForgotten(other, today))
  const next = isNew ? [...kept, one] : kept.map((other) => (other.id === one.id ? one : other))
  return next.length > MOST_ENTITLEMENTS ? 'full' : next
}

/** The entitlement as it is when it ends with today; one that has not begun ends before it begins. */
export const endedToday = (one: Entitlement, today: string): Entitlement => ({
  ...one,
  untilDay: one.untilDay < today ? one.untilDay : today,
})
