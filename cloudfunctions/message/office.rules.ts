import { addDays, dayOf, DAY, HOUR, MINUTE, momentOf, weekdayOf } from '../shared/time'

/** The office answers within two working days, Monday to Friday; public holidays are not known here. */
const WORKING_DAYS = 2
/** Staff are reminded half a working day before. */
const HALF_A_DAY = 12 * HOUR

const works = (day: string): boolean => ![0, 6].includes(weekdayOf(day))

/** By when the office answers what was asked at a moment. What comes on a weekend counts from Monday on. */
export function officeDueAt(askedAt: number): number {
  const asked = dayOf(askedAt)
  let day = asked
  while (!works(day)) day = addDays(day, 1)
  const intoTheDay = day === asked ? askedAt - momentOf(day) : 0
  for (let left = WORKING_DAYS; left > 0;) {
    day = addDays(day, 1)
    if (works(day)) left--
  }
  return momentOf(day) + intoTheDay
}

/** When staff are told that the time runs out: never on a weekend, for an answer that is due after it. */
export function remindAtOf(dueAt: number): number {
  const before = dueAt - HALF_A_DAY
  return works(dayOf(before)) ? before : before - 2 * DAY
}

/** WeChat's check is asked again this long after an answer that did not come. */
const CHECK_AGAIN = 5 * MINUTE
/** After so long without one people decide. */
const CHECKED_WITHIN = HOUR

export type Checked =
  { state: 'waiting' | 'held' | 'refused' } | { state: 'checking'; checkAt: number }

/** What becomes of a question by what WeChat's check says of it now. */
export function afterCheck(
  verdict: 'pass' | 'risky' | 'review' | 'unknown',
  { askedAt, now }: { askedAt: number; now: number },
): Checked {
  switch (verdict) {
    case 'pass':
      return { state: 'waiting' }
    case 'risky':
      return { state: 'refused' }
    // People decide; so they do where WeChat says nothing within the hour.
    case 'review':
      return { state: 'held' }
    case 'unknown':
      return now - askedAt >= CHECKED_WITHIN
        ? { state: 'held' }
        : { state: 'checking', checkAt: now + CHECK_AGAIN }
  }
}

/**
 * Of what somebody is to hear next: staff, that they were asked, that the time runs out, and that it is over; and
 * whoever asked, that it was answered.
 */
export type Remind = 'asked' | 'due' | 'overdue' | 'answered'

/** What comes after it, as long as nobody answers. */
export function nextRemind(
  remind: Remind,
  dueAt: number,
): { remind: Remind; remindAt: number } | undefined {
  if (remind === 'asked') return { remind: 'due', remindAt: remindAtOf(dueAt) }
  return remind === 'due' ? { remind: 'overdue', remindAt: dueAt } : undefined
}
