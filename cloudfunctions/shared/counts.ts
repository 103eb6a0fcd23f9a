import { type Counts, monthsOver } from './counts.rules'
import { _ } from './db'
import { dayOf } from './time'

/** Conditions and changes of updates that count (counts.rules.ts). The counters stand in the field `counts`. */

const pathOf = (key: string): string => `counts.${key.replace('/', '.')}`

/** Adds to the counters, or takes from them. */
export const countChange = (counts: Counts, sign: 1 | -1): Record<string, unknown> =>
  Object.fromEntries(Object.entries(counts).map(([key, n]) => [pathOf(key), _.inc(n * sign)]))

/** The counters stay within their limits when so much is added; those without a limit are free. */
export const countRoom = (counts: Counts, limits: Counts): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(counts).flatMap(([key, n]) => {
      const most = limits[key]
      return most === undefined ? [] : [[pathOf(key), _.not(_.gt(most - n))] as const]
    }),
  )

/** Drops the months that are over. */
export const forgetCounts = (now: number): Record<string, unknown> =>
  Object.fromEntries(monthsOver(dayOf(now)).map((month) => [`counts.${month}`, _.remove()]))
