import { HOLIDAYS } from './holidays.text'
import { addDays, dayOf, momentOf, momentText, weekdayOf } from './time'

/** Which days people work, and when something is due that is answered on such days. Days are '2026-11-22'. */

const isOff = (day: string): boolean =>
  HOLIDAYS[day.slice(0, 4)]?.off.some((days) =>
    typeof days === 'string' ? days === day : days[0] <= day && day <= days[1],
  ) ?? false

const isWorkedInstead = (day: string): boolean =>
  HOLIDAYS[day.slice(0, 4)]?.worked.includes(day) ?? false

/** Whether a day is a public holiday, or worked instead of one (调休上班). */
export function holidayOf(day: string): 'off' | 'workedInstead' | undefined {
  if (isWorkedInstead(day)) return 'workedInstead'
  return isOff(day) ? 'off' : undefined
}

/** Monday to Friday, without holidays, and with the weekends that are worked for them. */
export function isWorkday(day: string): boolean {
  if (isWorkedInstead(day)) return true
  const weekday = weekdayOf(day)
  return weekday !== 0 && weekday !== 6 && !isOff(day)
}

/** The first workday after a day. */
export function nextWorkday(day: string): string {
  let next = addDays(day, 1)
  while (!isWorkday(next)) next = addDays(next, 1)
  return next
}

/**
 * The same time of day so many workdays later. What begins on a day off begins as the next workday does, at its
 * first moment.
 */
export function addWorkdays(at: number, workdays: number): number {
  let day = dayOf(at)
  let time = momentText(at).slice(-5)
  if (!isWorkday(day)) {
    day = nextWorkday(day)
    time = '00:00'
  }
  for (let passed = 0; passed < workdays; passed++) day = nextWorkday(day)
  return momentOf(day, time)
}
