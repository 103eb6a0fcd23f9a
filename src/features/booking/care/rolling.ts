import { sha256 } from 'js-sha256'
import {
  codeOfMac,
  messageOf,
  startOfStep,
  STEP_MS,
  stepAt,
} from '../../../../types/contract/rolling-code'
import { dayOf } from '../../../lib/time.format'

/** What the phone makes codes of, for the days it has been given. */
export interface Seed {
  day: string
  /** Hex digits. */
  seed: string
}

/** The code of a moment; undefined where the phone has no seed of its day. */
export function codeAt(seeds: readonly Seed[], now: number): string | undefined {
  const step = stepAt(now)
  const of = seeds.find(({ day }) => day === dayOf(startOfStep(step)))
  return of && codeOfMac(sha256.hmac.array(bytesOf(of.seed), messageOf(step)))
}

/** How many seconds the code of a moment still stands, 1 to 30. */
export const secondsLeft = (now: number): number =>
  Math.ceil((startOfStep(stepAt(now) + 1) - now) / 1_000)

export const SECONDS = STEP_MS / 1_000

const bytesOf = (hex: string): number[] =>
  (hex.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16))
