import { _, collection, type Document } from './db'
import type { KeyLife } from './key-ring.rules'
import type { KeyRing } from './seal'

/** What the database keeps of a key, whose id is the document's. */
export interface Canary extends Document, KeyLife {
  /** A known text sealed with the key: another key under its id does not open it. */
  canary: string
  madeAt: number
}

const canaries = collection<Canary>('keyRing')

/** More keys than a deployment has in its life. */
const MOST = 1_000

const TEXT = 'linli'
const aboutOf = (id: string): string => `keyRing/${id}/canary`

/** All canaries, in one request. */
export const readCanaries = (): Promise<Canary[]> =>
  canaries.list({ where: { _id: _.gt('') }, limit: MOST })

/** Does the ring's key of this id open its canary? */
export function opensCanary(ring: KeyRing, { _id, canary }: Canary): boolean {
  try {
    return ring.open(canary, aboutOf(_id)) === TEXT
  } catch {
    return false
  }
}

/** `ring`: the key alone. `exists` when another instance was first, whose key may be another. */
export const insertCanary = (ring: KeyRing, id: string, leads: boolean, now: number) =>
  canaries.insert({
    _id: id,
    canary: ring.seal(TEXT, aboutOf(id)),
    madeAt: now,
    ...(leads ? { usedAt: now } : {}),
  })

/** From now on something may be sealed with it. */
export const markUsed = (id: string, now: number): Promise<boolean> =>
  canaries.updateOne(id, { usedAt: _.exists(false) }, { usedAt: now })

/** Nothing sealed with it was found. */
export const markEmpty = (id: string, now: number): Promise<boolean> =>
  canaries.updateOne(id, { emptySince: _.exists(false) }, { emptySince: now })

/** Something sealed with it was found after all. */
export const markNotEmpty = (id: string): Promise<boolean> =>
  canaries.updateOne(id, { emptySince: _.exists(true) }, { emptySince: _.remove() })

/** The ring may drop it. */
export const markRetired = (id: string, emptySince: number, now: number): Promise<boolean> =>
  canaries.updateOne(id, { emptySince, retiredAt: _.exists(false) }, { retiredAt: now })
