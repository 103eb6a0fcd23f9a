import type { Hours, ListedEntry, Open } from '../../../types/contract/directory'
import {
  addDays,
  dayOf,
  formatDay,
  formatNear,
  formatSpan,
  formatTime,
  formatWeekday,
  startOfDay,
} from '../../lib/time.format'
import { DIRECTORY_TEXT } from './directory.text'

const TEXT = DIRECTORY_TEXT.open

/** '开着，到下午5:30', '现在没开，明天上午8:30开' */
export function formatOpen(open: Open, now: number): string {
  if (open.state === 'always') return TEXT.always
  if (open.state === 'open') return TEXT.until(dayAndTime(open.until, now))
  if (open.opensAt === undefined) return TEXT.closed
  const day = dayOf(open.opensAt)
  return TEXT.opens(formatNear(day, now) ?? formatDay(day, now), formatTime(open.opensAt))
}

const dayAndTime = (at: number, now: number) =>
  (dayOf(at) === dayOf(now) ? '' : formatDay(dayOf(at), now)) + formatTime(at)

export type WeeklyHours = Extract<Hours, { kind: 'weekly' }>

export interface HoursRow {
  /** '周一至周五' */
  days: string
  /** '上午8:30–下午5:30', or 休息. */
  times: string
  today: boolean
}

/** Monday first, as a week is spoken of. */
const WEEK = [1, 2, 3, 4, 5, 6, 0]
const MINUTE = 60_000
/** A Sunday: its times stand for those of any day. */
const SOME_SUNDAY = '2026-01-04'

/** A week in as few rows as it has different days: neighbours that are alike are one row. */
export function hoursRows({ spans }: WeeklyHours, now: number): HoursRow[] {
  const today = WEEK.findIndex((weekday) => weekdayName(weekday) === formatWeekday(dayOf(now)))
  const runs: { first: number; last: number; times: string }[] = []
  WEEK.forEach((weekday, place) => {
    const times = timesOn(spans, weekday)
    const run = runs[runs.length - 1]
    if (run?.times === times) run.last = place
    else runs.push({ first: place, last: place, times })
  })
  return runs.map(({ first, last, times }) => ({
    days: daysOf(first, last),
    times,
    today: runs.length > 1 && first <= today && today <= last,
  }))
}

function daysOf(first: number, last: number): string {
  if (last - first === WEEK.length - 1) return DIRECTORY_TEXT.entry.everyDay
  const [from, to] = [first, last].map((place) => weekdayName(WEEK[place] ?? 0))
  return from === to ? (from ?? '') : `${from}${DIRECTORY_TEXT.entry.to}${to}`
}

const weekdayName = (weekday: number) => formatWeekday(addDays(SOME_SUNDAY, weekday))

function timesOn(spans: WeeklyHours['spans'], weekday: number): string {
  const times = spans
    .filter(({ weekdays }) => weekdays.includes(weekday))
    .map(({ from, to }) => formatSpan(clockAt(from), clockAt(to)))
  return times.join(DIRECTORY_TEXT.entry.and) || DIRECTORY_TEXT.entry.rest
}

function clockAt(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  return startOfDay(SOME_SUNDAY) + (hour * 60 + minute) * MINUTE
}

/** Entries by kind, each in the place of its first: the cloud decides the order. */
export function entryGroups(
  entries: readonly ListedEntry[],
): { kind: ListedEntry['kind']; entries: ListedEntry[] }[] {
  const kinds = [...new Set(entries.map(({ kind }) => kind))]
  return kinds.map((kind) => ({ kind, entries: entries.filter((one) => one.kind === kind) }))
}
