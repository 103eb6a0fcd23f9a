import type { Canary } from './canary'
import { _, collection } from './db'

const canaries = collection<Canary>('keyRing')

/** More keys than a deployment has in its life. */
const MOST = 1_000

/** All canaries, in one request. */
export const readCanaries = (): Promise<Canary[]> =>
  canaries.list({ where: { _id: _.gt('') }, limit: MOST })

/** `exists` when another instance was first, whose key may be another. */
export const insertCanary = (canary: Canary): Promise<'inserted' | 'exists'> =>
  canaries.insert(canary)

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
