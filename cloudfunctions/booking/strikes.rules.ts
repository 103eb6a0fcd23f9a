import { DAY } from '../shared/time'

/** So many visits without coming count together, as long as they lie in so many days; then the desk alone books. */
const STRIKES = 3
const COUNT_FOR = 90 * DAY
const BARRED_FOR = 30 * DAY

/** Until when somebody books by the desk alone, epoch ms; null while they may book by themselves. */
export function barredUntil(strikes: readonly { at: number }[], now: number): number | null {
  const counting = strikes.map(({ at }) => at).filter((at) => at > now - COUNT_FOR)
  const last = Math.max(...counting)
  return counting.length >= STRIKES && last + BARRED_FOR > now ? last + BARRED_FOR : null
}
