import { startOfStep, stepAt } from '../../types/contract/rolling-code'
import { dayOf, HOUR } from './time'

/** How many steps before and after the present one are good: clocks differ, and a scan takes time (RFC 6238, 5.2). */
const DRIFT = 1

/** A code this many steps old was one: whoever gives it is told to show it anew, not that it is wrong. */
const OLD = 20

/** The day whose seed a step's code is made with. */
export const dayOfStep = (step: number): string => dayOf(startOfStep(step))

/**
 * The step of the code that was given, by what the codes of each step are. The present step comes first, so that the
 * latest of two that happen to be alike is used up.
 */
export function decideRolling(
  given: string,
  now: number,
  isCodeAt: (given: string, step: number) => boolean,
): { step: number } | 'CODE_WRONG' | 'CODE_EXPIRED' {
  const present = stepAt(now)
  const good = [present, present + DRIFT, present - DRIFT]
  const step = good.find((one) => isCodeAt(given, one))
  if (step !== undefined) return { step }
  const old = Array.from({ length: OLD }, (_, n) => present - DRIFT - 1 - n)
  return old.some((one) => isCodeAt(given, one)) ? 'CODE_EXPIRED' : 'CODE_WRONG'
}

/** From this long before midnight the next day's seed is given too, for a phone that is offline by then. */
const NEXT_FROM = 4 * HOUR

/** For which days a phone is given seeds now. */
export const seedDays = (now: number): string[] => [
  ...new Set([dayOf(now), dayOf(now + NEXT_FROM)]),
]
