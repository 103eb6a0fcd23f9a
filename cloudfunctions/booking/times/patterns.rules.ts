import type { Span, WeekPlan } from '../../../types/contract/booking-times'
import { addDays, MINUTE, momentOf, weekdayOf } from '../../shared/time'
import { holidayOf } from '../../shared/workdays.rules'

/** A weekly pattern, at its place. */
export interface Week extends Omit<WeekPlan, 'place'> {
  placeId: string
  place: string
}

/** A visit that a pattern plans, in minutes from the beginning of its day. */
export interface PlannedVisit {
  from: number
  to: number
}

/** A time that is planned for a service. */
export interface PlannedTime {
  patternId: string
  placeId: string
  place: string
  startsAt: number
  endsAt: number
  capacity: number
}

/** Minutes from the beginning of the day. */
export const minutesOf = (clock: string): number =>
  Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

/** '08:30' of minutes from the beginning of the day. */
export const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** The weekday by which a pattern goes on a day; null where it plans nothing then. */
export function weekdayMeant(
  day: string,
  {
    fromDay,
    untilDay,
    holidays,
    makeUp,
  }: Pick<Week, 'fromDay' | 'untilDay' | 'holidays' | 'makeUp'>,
): number | null {
  if (day < fromDay || (untilDay !== undefined && day > untilDay)) return null
  const kind = holidayOf(day)
  if (kind === 'off' && holidays === 'rest') return null
  if (kind !== 'workedInstead' || makeUp === 'asUsual') return weekdayOf(day)
  return makeUp === 'rest' ? null : makeUp
}

/**
 * The visits of one day: within each span one after the other, with buffer and way between them, none in a break.
 * After a break the next one begins with its end.
 */
export function visitsOf(
  {
    spans,
    breaks,
    bufferMinutes,
    travelMinutes,
  }: Pick<Week, 'spans' | 'breaks' | 'bufferMinutes' | 'travelMinutes'>,
  minutes: number,
): PlannedVisit[] {
  const free = [...breaks].map(inMinutes)
  const between = bufferMinutes + travelMinutes
  const visits: PlannedVisit[] = []
  for (const span of [...spans].map(inMinutes).sort((a, b) => a.from - b.from)) {
    const before = visits.at(-1)
    let from = before ? Math.max(span.from, before.to + between) : span.from
    while (from + minutes <= span.to) {
      const to = from + minutes
      const rest = free.find((one) => one.from < to && from < one.to)
      if (rest) {
        from = rest.to
        continue
      }
      visits.push({ from, to })
      from = to + between
    }
  }
  return visits
}

const inMinutes = ({ from, to }: Span): PlannedVisit => ({
  from: minutesOf(from),
  to: minutesOf(to),
})

type Planning = Week & { _id: string }

/**
 * The times of a service on a day. Where patterns of one place overlap, the one made first goes before: nothing is
 * planned twice.
 */
export function timesOn(
  day: string,
  patterns: readonly Planning[],
  minutes: number,
): PlannedTime[] {
  const begins = momentOf(day)
  const times: PlannedTime[] = []
  for (const pattern of patterns) {
    const weekday = weekdayMeant(day, pattern)
    if (weekday === null || !pattern.weekdays.includes(weekday)) continue
    const { _id: patternId, placeId, place, capacity } = pattern
    for (const { from, to } of visitsOf(pattern, minutes)) {
      const startsAt = begins + from * MINUTE
      const endsAt = begins + to * MINUTE
      if (times.some((one) => one.placeId === placeId && overlap(one, { startsAt, endsAt })))
        continue
      times.push({ patternId, placeId, place, startsAt, endsAt, capacity })
    }
  }
  return times.sort((a, b) => a.startsAt - b.startsAt)
}

interface Stretch {
  startsAt: number
  endsAt: number
}

export const overlap = (a: Stretch, b: Stretch): boolean =>
  a.startsAt < b.endsAt && b.startsAt < a.endsAt

/** All times of the days from one to another, both included. */
export function timesBetween(
  fromDay: string,
  toDay: string,
  patterns: readonly Planning[],
  minutes: number,
): PlannedTime[] {
  const times: PlannedTime[] = []
  for (let day = fromDay; day <= toDay; day = addDays(day, 1)) {
    times.push(...timesOn(day, patterns, minutes))
  }
  return times
}

/** Whether two patterns of a service could plan the same time: one of them is one too many. */
export function clash(one: Week, other: Week, minutes: number): boolean {
  if (one.placeId !== other.placeId) return false
  if (!one.weekdays.some((day) => other.weekdays.includes(day))) return false
  if (one.fromDay > (other.untilDay ?? '9999') || other.fromDay > (one.untilDay ?? '9999'))
    return false
  const theirs = visitsOf(other, minutes)
  return visitsOf(one, minutes).some((a) => theirs.some((b) => a.from < b.to && b.from < a.to))
}
