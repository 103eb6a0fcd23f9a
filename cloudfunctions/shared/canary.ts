import type { KeyLife, RingKey } from './key-ring.rules'
import { type KeyRing, ringOf } from './seal'

/** What the database keeps of a key, whose id is the document's `_id`. */
export interface Canary extends KeyLife {
  _id: string
  /** A known text sealed with the key: another key under its id does not open it. */
  canary: string
  /** When the key was first brought, epoch ms. */
  madeAt: number
}

const TEXT = 'linli'
const aboutOf = (id: string): string => `keyRing/${id}/canary`

/** The canary of a key that has none. `leads`: something may be sealed with it from now on. */
export function newCanary(key: RingKey, leads: boolean, now: number): Canary {
  const canary = ringOf([key]).seal(TEXT, aboutOf(key.id))
  return { _id: key.id, canary, madeAt: now, ...(leads ? { usedAt: now } : {}) }
}

/** Does the ring's key of this id open its canary? */
export function opensCanary(ring: KeyRing, { _id, canary }: Canary): boolean {
  try {
    return ring.open(canary, aboutOf(_id)) === TEXT
  } catch {
    return false
  }
}
