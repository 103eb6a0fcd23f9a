import type { Mark } from '../../../types/contract/booking-visits'
import { refuse } from '../../shared/errors'
import type { VisitDay } from '../booking.docs'
import type { Found, Worker } from './loading'
import { decideMark, undoUntil } from './marks.rules'
import type { RowChange } from './rows.store'

/** What marking a visit writes; null where it is marked so already. Ends the call where it may not be. */
export function marking(
  { row, slot }: Found,
  mark: Mark,
  { actor, now }: Worker,
): { change: RowChange } | null {
  const decided = decideMark(row, mark, slot.terms, now)
  if (decided === 'same') return null
  if (decided) return refuse(decided)
  const strikes = mark === 'absent' && slot.terms.strikes
  const day: VisitDay = {
    mark,
    markedAt: now,
    by: actor.ref,
    ...(strikes ? { strike: true } : {}),
  }
  return {
    change: {
      day,
      figuresAt: now,
      // Whoever is here, or is late already, needs no reminder; not coming counts once it is past undoing.
      ...{ remindAt: null, remind: null },
      absentAt: mark === 'absent' ? undoUntil(now) : null,
    },
  }
}
