/**
 * Times as a resident reads them, in the community's zone. China keeps UTC+8 all year, so the zone is
 * a constant: phones lack Intl, and their own zone may be another one.
 */
const ZONE_MS = 8 * 3_600_000
const DAY_MS = 86_400_000
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

/** A moment as a Date whose UTC fields read as the community's wall clock. */
const wall = (at: number) => new Date(at + ZONE_MS)
const two = (n: number) => String(n).padStart(2, '0')

/** The calendar day of a moment, '2026-11-22'. */
export function dayOf(at: number): string {
  const w = wall(at)
  return `${w.getUTCFullYear()}-${two(w.getUTCMonth() + 1)}-${two(w.getUTCDate())}`
}

/** Midnight at which a day begins. */
export const startOfDay = (day: string): number => Date.parse(`${day}T00:00:00Z`) - ZONE_MS

/** The day `n` days after another. */
export const addDays = (day: string, n: number): string => dayOf(startOfDay(day) + n * DAY_MS)

/** '周二' */
export const formatWeekday = (day: string): string => WEEKDAYS[wall(startOfDay(day)).getUTCDay()]!

/** '11月24日', with the year only when it is not the year of `now`. */
export function formatDate(day: string, now: number): string {
  const [year, month, date] = day.split('-').map(Number)
  const year_ = year === wall(now).getUTCFullYear() ? '' : `${year}年`
  return `${year_}${month}月${date}日`
}

/** '2026年9月' of '2026-09'. */
export const formatMonth = (month: string): string =>
  `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`

/** '2026年5月1日', for a day that may be of any year. */
export function formatLongDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** '今天', '明天' or nothing. */
export function formatNear(day: string, now: number): '今天' | '明天' | undefined {
  const today = dayOf(now)
  if (day === today) return '今天'
  return day === addDays(today, 1) ? '明天' : undefined
}

/** '今天', '明天' or '11月24日 周二': short, for lists. */
export const formatDay = (day: string, now: number): string =>
  formatNear(day, now) ?? `${formatDate(day, now)} ${formatWeekday(day)}`

/** '11月24日 周二（明天）': nothing left to work out, for what is being agreed to. */
export function formatFullDay(day: string, now: number): string {
  const near = formatNear(day, now)
  return `${formatDate(day, now)} ${formatWeekday(day)}${near ? `（${near}）` : ''}`
}

const partOfDay = (hour: number) =>
  hour < 6 ? '凌晨' : hour < 12 ? '上午' : hour < 13 ? '中午' : hour < 18 ? '下午' : '晚上'

const clock = (w: Date) => `${w.getUTCHours() % 12 || 12}:${two(w.getUTCMinutes())}`

/** '9:00', '2:30': where 上午 or 下午 stands above it. */
export const formatClock = (at: number): string => clock(wall(at))

/** '上午9:00', '下午2:30' */
export function formatTime(at: number): string {
  const w = wall(at)
  return (
    partOfDay(w.getUTCHours()) + (w.getUTCHours() === 0 ? `0:${two(w.getUTCMinutes())}` : clock(w))
  )
}

/** '11月24日 上午9:00', with '今天' in the place of today's date. */
export function formatMoment(at: number, now: number): string {
  const day = dayOf(at)
  return `${day === dayOf(now) ? '今天' : formatDate(day, now)} ${formatTime(at)}`
}

/** '上午9:00–9:30', '上午11:30–下午1:00' */
export function formatSpan(startsAt: number, endsAt: number): string {
  const from = formatTime(startsAt)
  const to = formatTime(endsAt)
  return `${from}–${from.slice(0, 2) === to.slice(0, 2) ? to.slice(2) : to}`
}

/** Whether a moment is before noon, to list a day in two halves. */
export const isMorning = (at: number): boolean => wall(at).getUTCHours() < 12
