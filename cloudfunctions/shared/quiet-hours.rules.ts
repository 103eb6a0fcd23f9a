import { addDays, dayOf, momentOf } from './time'

/** Between these nobody's phone rings for what can wait, by the clock of the communities. */
const FROM = '21:30'
const UNTIL = '07:30'

/** When something that can wait may be sent: now, or when the night is over. */
export function dueAfterQuiet(at: number): number {
  const today = dayOf(at)
  const morning = momentOf(today, UNTIL)
  if (at < morning) return morning
  return at < momentOf(today, FROM) ? at : momentOf(addDays(today, 1), UNTIL)
}
