import { addDays, weekdayOf } from './time'

/**
 * How much is used up, by what: `2026-11/haircut` (of the month), `2026-11/haircut_w23` (of the week that begins on
 * Monday the 23rd), `2026-11/haircut_d26` (of that day). The month stands first, so that what is long past is
 * forgotten month by month.
 */
export type Counts = Readonly<Record<string, number>>

/** Counters as a document keeps them: by the month, then by the rest of the key. */
export type CountersByMonth = Record<string, Record<string, number>>

export const monthKey = (of: string, day: string): string => `${day.slice(0, 7)}/${of}`

export const dayKey = (of: string, day: string): string =>
  `${day.slice(0, 7)}/${of}_d${day.slice(8)}`

/** A week begins on Monday, and belongs to the month of its Monday. */
export function weekKey(of: string, day: string): string {
  const monday = addDays(day, -((weekdayOf(day) + 6) % 7))
  return `${monday.slice(0, 7)}/${of}_w${monday.slice(8)}`
}

/** The counters with so much more. */
export function addTo(counters: CountersByMonth | undefined, counts: Counts): CountersByMonth {
  const after: CountersByMonth = { ...counters }
  for (const [key, n] of Object.entries(counts)) {
    const [month = '', rest = ''] = key.split('/')
    after[month] = { ...after[month], [rest]: usedOf(after, key) + n }
  }
  return after
}

/** How much a document's counters have of one. */
export function usedOf(counters: CountersByMonth | undefined, key: string): number {
  const [month = '', rest = ''] = key.split('/')
  return counters?.[month]?.[rest] ?? 0
}

/** Several counts together. */
export function totalOf(all: readonly (Counts | undefined)[]): Record<string, number> {
  const total: Record<string, number> = {}
  for (const counts of all) {
    for (const [key, n] of Object.entries(counts ?? {})) total[key] = (total[key] ?? 0) + n
  }
  return total
}

/** Of several that use things up: the most of each counter, however many of them share it. */
export function commonLimits(all: readonly { limits: Counts }[]): Record<string, number> {
  const most: Record<string, number> = {}
  for (const { limits } of all) {
    for (const [key, limit] of Object.entries(limits)) {
      most[key] = Math.min(limit, most[key] ?? Infinity)
    }
  }
  return most
}

/** The first counter that would pass its limit if so much were added; undefined when there is room for all. */
export const passedBy = (
  counters: CountersByMonth | undefined,
  counts: Counts,
  limits: Counts,
): string | undefined =>
  Object.entries(counts).find(([key, n]) => {
    const most = limits[key]
    return most !== undefined && usedOf(counters, key) + n > most
  })?.[0]

/** Months of which nothing can be booked or given back any more: the six before last month. */
export function monthsOver(today: string): string[] {
  const months: string[] = []
  let first = addDays(`${today.slice(0, 7)}-01`, -1)
  for (let n = 0; n < 6; n++) {
    first = addDays(`${first.slice(0, 7)}-01`, -1)
    months.push(first.slice(0, 7))
  }
  return months
}
