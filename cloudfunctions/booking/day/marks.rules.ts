import type { Mark } from '../../../types/contract/booking-visits'
import type { Terms } from '../../../types/contract/booking-terms'
import type { ErrorCode } from '../../../types/contract/errors'
import { addDays, DAY, dayOf, MINUTE, momentOf } from '../../shared/time'

/** Who has not come so long after the beginning may be marked as absent, unless the service says otherwise. */
const ABSENT_AFTER = 15

/** Marks are made until so many days after the visit. */
const MARKED_FOR = 7

/** A rating may be changed for so long. */
export const RATING_CHANGES_FOR = 7 * DAY

/** A visit may be rated for so long after it was. */
const RATED_FOR = 30 * DAY

/** What the rules need to know of a visit. */
export interface Marked {
  state: 'booked' | 'cancelled'
  startsAt: number
  endsAt: number
  day?: { mark: Mark; markedAt: number; released?: true } | undefined
  /** How it was proved; what is proved is not taken back. */
  visit?: { in?: object } | undefined
}

type Refusal = Extract<ErrorCode, 'VISIT_STATE' | 'TOO_EARLY' | 'TOO_LATE'>
type Late = Pick<Terms, 'lateMinutes'>

/** From when a person may be marked as absent. */
export const absentFrom = (startsAt: number, { lateMinutes = ABSENT_AFTER }: Late): number =>
  startsAt + lateMinutes * MINUTE

/** From when the place of a person who has not come is given away; undefined where it stays theirs. */
export const lateFrom = (startsAt: number, { lateMinutes }: Late): number | undefined =>
  lateMinutes === undefined ? undefined : startsAt + lateMinutes * MINUTE

/** Until when a mark may be taken back: on the day it was made. */
export const undoUntil = (markedAt: number): number => momentOf(addDays(dayOf(markedAt), 1))

function decideWhen({ startsAt }: Marked, from: number, now: number): Refusal | null {
  if (now < from) return 'TOO_EARLY'
  return now >= momentOf(addDays(dayOf(startsAt), MARKED_FOR + 1)) ? 'TOO_LATE' : null
}

/**
 * Why a visit may not be marked so now; null when it may, `same` where it is so already. A visit is marked once: what
 * was marked otherwise is taken back first, but somebody who came may be done.
 */
export function decideMark(
  visit: Marked,
  mark: Mark,
  terms: Late,
  now: number,
): Refusal | 'same' | null {
  if (visit.state === 'cancelled') return 'VISIT_STATE'
  const before = visit.day?.mark
  if (before === mark && mark !== 'done') return 'same'
  const follows = mark === 'done' && before !== 'absent'
  if (before !== undefined && !follows) return 'VISIT_STATE'
  const from =
    mark === 'absent' ? absentFrom(visit.startsAt, terms) : momentOf(dayOf(visit.startsAt))
  return decideWhen(visit, from, now)
}

/** Why the mark may not be taken back; null when it may. */
export function decideUndo({ state, day, visit }: Marked, now: number): Refusal | null {
  if (state === 'cancelled' || !day || day.released || visit?.in) return 'VISIT_STATE'
  return now < undoUntil(day.markedAt) ? null : 'TOO_LATE'
}

/** Why the place may not be given away now. When the visit is over, nobody has any use for it. */
export function decideRelease(visit: Marked, terms: Late, now: number): Refusal | null {
  const from = lateFrom(visit.startsAt, terms)
  if (from === undefined || visit.state === 'cancelled' || visit.day) return 'VISIT_STATE'
  if (now < from) return 'TOO_EARLY'
  return now < visit.endsAt ? null : 'TOO_LATE'
}

/** Why nothing can be written of a visit yet. */
export function decideResult(visit: Marked, now: number): Refusal | null {
  if (visit.state === 'cancelled' || visit.day?.mark === 'absent') return 'VISIT_STATE'
  return now < visit.startsAt && !visit.day ? 'TOO_EARLY' : null
}

/** Why the person may not say how it was: it is not over, they did not come, or it is too long ago. */
export function decideRate(
  visit: Marked & { rating?: { first: number } | undefined },
  now: number,
): Extract<Refusal, 'VISIT_STATE' | 'TOO_LATE'> | null {
  const over = visit.endsAt <= now || visit.day?.mark === 'done'
  if (visit.state === 'cancelled' || visit.day?.mark === 'absent' || !over) return 'VISIT_STATE'
  const until = visit.rating ? visit.rating.first + RATING_CHANGES_FOR : visit.endsAt + RATED_FOR
  return now < until ? null : 'TOO_LATE'
}
