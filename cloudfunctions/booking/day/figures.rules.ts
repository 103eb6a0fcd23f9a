import type { AgeBand, Figures } from '../../../types/contract/booking-visits'
import type { BookingDoc } from '../booking.docs'
import type { FiguresDoc, UseCounts } from './figures.docs'

/** From which age each band begins. */
const BANDS: readonly (readonly [AgeBand, number])[] = [
  ['80+', 80],
  ['70-79', 70],
  ['60-69', 60],
  ['18-59', 18],
  ['0-17', 0],
]

/** All bands, in the order they are shown. */
export const ALL_BANDS: readonly AgeBand[] = [...BANDS.map(([band]) => band).reverse(), 'unknown']

export const bandOf = (age: number): AgeBand =>
  BANDS.find(([, from]) => age >= from)?.[0] ?? 'unknown'

export const NO_USE: UseCounts = { booked: 0, came: 0, absent: 0, cancelled: 0, ages: {} }

type Counted = Pick<BookingDoc, 'state' | 'because' | 'day' | 'ageBand'>

/**
 * How bookings were used. What was freed in the moment it was taken never was a booking, and what was changed goes
 * on as another; a place given away since nobody came is an absence.
 */
export function countUse(rows: readonly Counted[]): UseCounts {
  const use = { booked: 0, came: 0, absent: 0, cancelled: 0 }
  const ages: Partial<Record<AgeBand, number>> = {}
  for (const { state, because, day, ageBand = 'unknown' } of rows) {
    if (because === 'limit' || because === 'changed') continue
    use.booked++
    if (state === 'cancelled' && because !== 'late') {
      use.cancelled++
      continue
    }
    ages[ageBand] = (ages[ageBand] ?? 0) + 1
    if (day?.mark === 'absent') use.absent++
    else if (day) use.came++
  }
  return { ...use, ages }
}

/** Several together. */
export function totalUse(all: readonly UseCounts[]): UseCounts {
  const total = { ...NO_USE, ages: {} as Partial<Record<AgeBand, number>> }
  for (const { booked, came, absent, cancelled, ages } of all) {
    total.booked += booked
    total.came += came
    total.absent += absent
    total.cancelled += cancelled
    for (const band of ALL_BANDS) {
      const count = ages[band]
      if (count !== undefined) total.ages[band] = (total.ages[band] ?? 0) + count
    }
  }
  return total
}

/** Fewer than this might be found to be somebody. */
const FEWEST = 5

/**
 * The ages as they are shown: a group of fewer than five is hidden. Where that is one alone, the next smallest is
 * hidden with it, since the total less the others would tell.
 */
export function shownAges(ages: UseCounts['ages']): { band: AgeBand; count?: number }[] {
  const groups = ALL_BANDS.map((band) => ({ band, count: ages[band] ?? 0 }))
  const small = groups.filter(({ count }) => count > 0 && count < FEWEST)
  const hidden = new Set(small.map(({ band }) => band))
  if (small.length === 1) {
    const [next] = groups
      .filter(({ band, count }) => count > 0 && !hidden.has(band))
      .sort((a, b) => a.count - b.count)
    if (next) hidden.add(next.band)
  }
  return groups.map(({ band, count }) => (hidden.has(band) ? { band } : { band, count }))
}

const plain = ({ booked, came, absent, cancelled }: UseCounts) => ({
  ...{ booked, came, absent, cancelled },
})

/** What was counted by service and month, as it is shown: services by use, months in order. */
export function presentFigures(
  docs: readonly Pick<FiguresDoc, 'serviceId' | 'serviceName' | 'month' | 'total'>[],
): Figures {
  const total = totalUse(docs.map((doc) => doc.total))
  const by = (key: (doc: (typeof docs)[number]) => string) => {
    const groups = new Map<string, (typeof docs)[number][]>()
    for (const doc of docs) groups.set(key(doc), [...(groups.get(key(doc)) ?? []), doc])
    return [...groups.entries()]
  }
  const used = (group: readonly (typeof docs)[number][]) =>
    plain(totalUse(group.map((doc) => doc.total)))
  return {
    total: plain(total),
    services: by(({ serviceId }) => serviceId)
      .map(([serviceId, group]) => {
        const serviceName = group.at(-1)?.serviceName ?? ''
        return { serviceId, serviceName, ...used(group) }
      })
      .sort((a, b) => b.booked - a.booked),
    months: by(({ month }) => month)
      .map(([month, group]) => ({ month, ...used(group) }))
      .sort((a, b) => (a.month < b.month ? -1 : 1)),
    ages: shownAges(total.ages),
  }
}
