import { dueAfterQuiet } from '../../shared/quiet-hours.rules'
import { addDays, dayOf, HOUR, momentOf } from '../../shared/time'

/** Which reminder, and from when it is due. */
export interface Reminder {
  remind: 'eve' | 'soon'
  remindAt: number
}

/** When on the day before. */
const EVE = '18:00'
const SOON = 2 * HOUR

/**
 * The next reminder of a visit at a moment: the day before at 18:00, or at once where that is past; then two hours
 * before. Where both would ring together (shared/quiet-hours.rules.ts) the first is left out, and where the second
 * would ring only after the beginning, the first has to do. Undefined when nothing is left to remind of.
 */
export function nextReminder(
  startsAt: number,
  now: number,
  { after }: { after?: Reminder['remind'] } = {},
): Reminder | undefined {
  if (now >= startsAt) return undefined
  const eve = Math.max(momentOf(addDays(dayOf(startsAt), -1), EVE), now)
  const soon = startsAt - SOON
  const rings = dueAfterQuiet(Math.max(soon, now)) < startsAt
  if (after === undefined && (dueAfterQuiet(eve) < soon || !rings))
    return { remind: 'eve', remindAt: eve }
  return after !== 'soon' && rings ? { remind: 'soon', remindAt: Math.max(soon, now) } : undefined
}
