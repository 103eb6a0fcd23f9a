/**
 * A tap that was carried out, kept in the aggregate it changed, in the same update (DESIGN.md
 * section 2). The last twenty are kept: a phone repeats a tap within minutes, not after twenty others.
 */
export interface Tap {
  tapId: string
  /** What the tap asked for (`fingerprint` of ids.ts). */
  of: string
  at: number
}

export const TAPS_KEPT = 20

/** Has this tap been here? `reused`: yes, but it asked for something else. */
export function tapSeen(
  taps: readonly Tap[],
  tap: Pick<Tap, 'tapId' | 'of'>,
): 'new' | 'same' | 'reused' {
  const seen = taps.find(({ tapId }) => tapId === tap.tapId)
  if (!seen) return 'new'
  return seen.of === tap.of ? 'same' : 'reused'
}
