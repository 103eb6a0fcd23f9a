const DAY = 86_400_000

/** The parts of a date that is already shifted into its zone, as MongoDB numbers them. */
export interface Calendar {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
  millisecond: number
  dayOfYear: number
  /** 1 is Sunday. */
  dayOfWeek: number
  /** 1 is Monday. */
  isoDayOfWeek: number
  /** Weeks begin on Sunday; the days before the first Sunday are week 0. */
  week: number
  isoWeek: number
  isoWeekYear: number
}

/** The Monday of a year's first ISO week, the one with 4 January in it. */
export function firstIsoMonday(year: number): number {
  const fourth = utc(year, 0, 4)
  return fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY
}

/** As Date.UTC, without its habit of reading years below 100 as 19xx. */
export function utc(year: number, month: number, ...rest: number[]): number {
  const [day = 1, hour = 0, minute = 0, second = 0, ms = 0] = rest
  const date = new Date(Date.UTC(2000, 0, 1))
  date.setUTCFullYear(year, month, day)
  return date.getTime() + ((hour * 60 + minute) * 60 + second) * 1000 + ms
}

export function calendarOf(local: number): Calendar {
  const date = new Date(local)
  const year = date.getUTCFullYear()
  const weekday = date.getUTCDay()
  const dayOfYear = Math.floor((local - utc(year, 0)) / DAY) + 1
  const thursday = local + (3 - ((weekday + 6) % 7)) * DAY
  const isoWeekYear = new Date(thursday).getUTCFullYear()
  return {
    year,
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    millisecond: date.getUTCMilliseconds(),
    dayOfYear,
    dayOfWeek: weekday + 1,
    isoDayOfWeek: weekday === 0 ? 7 : weekday,
    week: Math.floor((dayOfYear + 7 - (weekday + 1)) / 7),
    isoWeek: Math.floor((local - firstIsoMonday(isoWeekYear)) / (7 * DAY)) + 1,
    isoWeekYear,
  }
}
