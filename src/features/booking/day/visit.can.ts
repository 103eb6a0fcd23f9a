import type { Visit } from '../../../../types/contract/booking-visits'
import { addDays, dayOf, startOfDay } from '../../../lib/time.format'

/** Marks are made until so many days after the visit (cloudfunctions/booking/day/marks.rules.ts). */
const MARKED_FOR = 7

/** A person's own code is good so long before the beginning, and until the end. */
const CODE_BEFORE = 2 * 3_600_000

/** What may be done with a visit now; the cloud decides again at each tap. */
export interface Can {
  /** On the day of the visit, or a week after. */
  mark: boolean
  came: boolean
  /** Also by the person's own code. */
  code: boolean
  absent: boolean
  release: boolean
  complete: boolean
  /** It is over already, and what was paid can be mended. */
  mendPaid: boolean
  undo: boolean
  result: boolean
  move: boolean
  cancel: boolean
}

/** What the desk may do with a visit at a moment. */
export function canDo(visit: Visit, now: number): Can {
  const { mark, startsAt, endsAt, absentFrom, lateFrom, undoUntil, cancelled } = visit
  const live = !cancelled
  const inTime =
    now >= startOfDay(dayOf(startsAt)) && now < startOfDay(addDays(dayOf(startsAt), MARKED_FOR + 1))
  const marks = live && inTime
  const fresh = marks && mark === undefined
  return {
    mark: marks,
    came: fresh,
    code: fresh && now >= startsAt - CODE_BEFORE && now < endsAt,
    absent: fresh && now >= absentFrom,
    release: fresh && lateFrom !== undefined && now >= lateFrom && now < endsAt,
    complete: marks && mark === 'came',
    mendPaid: marks && mark === 'done',
    undo: live && undoUntil !== undefined && now < undoUntil,
    result: live && mark !== 'absent' && (now >= startsAt || mark !== undefined),
    move: live && mark === undefined && now < startsAt,
    cancel: live && now < endsAt,
  }
}
