import type { AccountLine, Unit } from '../../../../types/contract/booking-care'
import { CARE_TEXT } from './care.text'

/** So many units as people say them. */
export const unitsSaid = (unit: Unit, n: number): string => CARE_TEXT.units[unit](n)

/** What was used, and how it is settled; nothing where none of the unit was. */
export function settledSaid(unit: Unit, line: AccountLine): string | undefined {
  const { paid, unpaid, open } = line[unit === 'voucher' ? 'vouchers' : 'unitMinutes']
  const parts = (['paid', 'unpaid', 'open'] as const)
    .map((pay) => ({ pay, n: { paid, unpaid, open }[pay] }))
    .filter(({ n }) => n > 0)
    .map(({ pay, n }) => CARE_TEXT.pay[pay] + unitsSaid(unit, n))
  return parts.length > 0 ? parts.join('，') : undefined
}

/** The month of a day and those before it, newest first. */
export function monthsBack(month: string, count: number): string[] {
  const [year = 0, n = 1] = month.split('-').map(Number)
  return Array.from({ length: count }, (_, back) => {
    const months = year * 12 + n - 1 - back
    return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
  })
}
