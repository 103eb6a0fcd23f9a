import dayjs from 'dayjs'
import timezone from 'dayjs/plugin/timezone'
import utc from 'dayjs/plugin/utc'

dayjs.extend(utc)
dayjs.extend(timezone)

/** The communities' time zone. Only this file knows it. */
const ZONE = 'Asia/Shanghai'

export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** The calendar day of a moment (epoch ms), '2026-11-22'. */
export function dayOf(at: number): string {
  return dayjs(at).tz(ZONE).format('YYYY-MM-DD')
}

/** A moment as people write it, '2026-11-22 09:30'. */
export function momentText(at: number): string {
  return dayjs(at).tz(ZONE).format('YYYY-MM-DD HH:mm')
}

/** The moment (epoch ms) at which a calendar day begins, or a time of it: `momentOf('2026-11-22', '09:30')`. */
export function momentOf(day: string, time = '00:00'): number {
  return dayjs.tz(`${day} ${time}`, ZONE).valueOf()
}

/** A calendar day some days later (or earlier, if negative). */
export function addDays(day: string, days: number): string {
  return dayjs.utc(day).add(days, 'day').format('YYYY-MM-DD')
}

/** Day of the week, 0 (Sunday) to 6. */
export function weekdayOf(day: string): number {
  return dayjs.utc(day).day()
}
