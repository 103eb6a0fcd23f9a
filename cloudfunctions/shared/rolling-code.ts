import { createHmac, timingSafeEqual } from 'node:crypto'
import { codeOfMac, messageOf } from '../../types/contract/rolling-code'
import { keyRing } from './keys'
import { dayOfStep, decideRolling, seedDays } from './rolling-code.rules'
import type { KeyRing } from './seal'

/**
 * A person's code that changes every 30 seconds (docs/decisions/rolling-code.md). The phone gets a seed for the day,
 * so that it can draw the code without a network, and whoever gets hold of the seed has it for that day alone. The
 * cloud keeps none: a seed follows from the key ring, whose it is, and the day.
 */
export interface DaySeed {
  day: string
  /** 64 hex digits. */
  seed: string
}

const PURPOSE = 'rolling code'
const about = (residentId: string, day: string): string => JSON.stringify([residentId, day])

/** What the person's own phone makes codes of, today and, late in the day, tomorrow. */
export async function seedsOf(residentId: string, now: number): Promise<DaySeed[]> {
  const ring = await keyRing()
  return seedDays(now).map((day) => ({
    day,
    seed: ring.derive(PURPOSE, about(residentId, day)).toString('hex'),
  }))
}

/** The code of a seed at a step. */
export const codeAt = (seed: Buffer, step: number): string =>
  codeOfMac(
    createHmac('sha256', seed)
      .update(Buffer.from(messageOf(step)))
      .digest(),
  )

const same = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

/** Whether a code is this person's and of this very time: which step it is of. It is not used up (rolling-uses.ts). */
export async function readRolling(
  residentId: string,
  given: string,
  now: number,
): Promise<{ step: number } | 'CODE_WRONG' | 'CODE_EXPIRED'> {
  const ring = await keyRing()
  const seeds = new Map<string, Buffer[]>()
  return decideRolling(given, now, (code, step) =>
    seedsAt(ring, seeds, residentId, dayOfStep(step)).some((seed) =>
      same(codeAt(seed, step), code),
    ),
  )
}

/** Of every key of the ring: a phone may have its seed from before the newest one came. */
function seedsAt(
  ring: KeyRing,
  known: Map<string, Buffer[]>,
  residentId: string,
  day: string,
): Buffer[] {
  const seeds = known.get(day) ?? ring.deriveAny(PURPOSE, about(residentId, day))
  known.set(day, seeds)
  return seeds
}
