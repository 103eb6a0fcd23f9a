import type { Figures } from '../../../../types/contract/booking-visits'
import type { Bar } from '../../../ui/bars'
import { USE_TEXT } from './use.text'

const TEXT = USE_TEXT.figures

/** How many months one may look back, this one included. */
export const PERIODS = [1, 3, 6, 12] as const
export type Period = (typeof PERIODS)[number]

/** The months of a period that ends with this one: '2026-11', 3 is '2026-09' to '2026-11'. */
export function monthsOf(
  thisMonth: string,
  period: Period,
): { fromMonth: string; toMonth: string } {
  const [year = 0, month = 1] = thisMonth.split('-').map(Number)
  const first = year * 12 + month - period
  const fromMonth = `${Math.floor(first / 12)}-${String((first % 12) + 1).padStart(2, '0')}`
  return { fromMonth, toMonth: thisMonth }
}

/** A bar for each age band; one that is hidden has no length, and says so. Bands with nobody are left out. */
export const ageBars = (ages: Figures['ages']): Bar[] =>
  ages
    .filter(({ count }) => count !== 0)
    .map(({ band, count }) => ({
      label: TEXT.band[band],
      value: count ?? 0,
      say: count === undefined ? TEXT.hidden : TEXT.times(count),
    }))

export const hasHidden = (ages: Figures['ages']): boolean =>
  ages.some(({ count }) => count === undefined)
