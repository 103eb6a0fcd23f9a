import { dayOf, DAY, HOUR, MINUTE } from '../shared/time'
import { addWorkdays, isWorkday } from '../shared/workdays.rules'

/** The office answers within two workdays (shared/holidays.text.ts). */
const WORKDAYS = 2
/** Staff are reminded half a day before. */
const HALF_A_DAY = 12 * HOUR

/** By when the office answers what was asked at a moment. What comes on a day off counts from the next workday on. */
export const officeDueAt = (askedAt: number): number => addWorkdays(askedAt, WORKDAYS)

/** When staff are told that the time runs out: on a workday, for an answer that is due after a day off. */
export function remindAtOf(dueAt: number): number {
  let at = dueAt - HALF_A_DAY
  while (!isWorkday(dayOf(at))) at -= DAY
  return at
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
