import type { ErrorCode } from '../../types/contract/errors'

/** How long a call may go on being tried again by itself; then the resident is asked. */
export const RETRY_PATIENCE_MS = 8_000

const FIRST_WAIT_MS = 500

/**
 * What passes by itself, and is safe to send again with the same tap: too many at once, and a call that
 * ran into its time limit. Without a network the resident is told at once, who can do something about it.
 */
const PASSING: readonly ErrorCode[] = ['BUSY', 'TIMEOUT']

/**
 * How long to wait before the next try, in ms; nothing when there shall be none. Waits double, and
 * chance spreads them, so that those who were refused together do not come back together.
 *
 * `tries`: how many were made. `spentMs`: since the first began. `chance`: 0 to 1.
 */
export function waitBeforeRetry(
  code: ErrorCode,
  { tries, spentMs, chance }: { tries: number; spentMs: number; chance: number },
): number | undefined {
  if (!PASSING.includes(code)) return undefined
  const wait = Math.round(FIRST_WAIT_MS * 2 ** (tries - 1) * (0.5 + chance / 2))
  return spentMs + wait < RETRY_PATIENCE_MS ? wait : undefined
}
