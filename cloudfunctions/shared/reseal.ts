import type { Canary } from './canary'
import { _, collection } from './db'
import { markEmpty, markNotEmpty, markRetired, readCanaries } from './key-canaries'
import { leadsLast, nextOfOldKey } from './key-ring.rules'
import { type KeyRing, keyRing } from './keys'
import { log } from './log'
import { SealUnreadable } from './seal'
import {
  allSealings,
  resealFields,
  type SealedDocument,
  type Sealing,
  SEVERAL,
} from './sealed-fields'
import { eachOf } from './together'

/** Documents read at a time, changed at a time, and changed in one run: an environment has 30 requests a second. */
const BATCH = 50
const WIDTH = 4
const MOST = 200
/** Unreadable documents that a run passes over before it leaves a collection alone. */
const MOST_STUCK = 100

/**
 * Seals with the newest key, a part in each run, whatever is sealed with another, and retires a key when
 * nothing was found sealed with it for a day. Costs nothing while no field is declared as sealed, and no
 * request in a warm instance while the ring has one key. Safe to repeat, and to die anywhere.
 */
export const resealJob = (now: number): Promise<Record<string, number>> =>
  reseal(allSealings(), now)

/** The job for given collections. `resealed`: documents; `unreadable`: left with the key they have. */
export async function reseal(
  sealings: readonly Sealing[],
  now: number,
): Promise<Record<string, number>> {
  const run: Run = { found: 0, tried: 0, resealed: 0, unreadable: 0 }
  if (sealings.length === 0) return figures(run)
  const ring = await keyRing()
  if (ring.ids.length < 2) return figures(run)
  const canaries = await readCanaries()
  const old = canaries.filter((canary) => canary._id !== ring.ids[0])
  const newest = canaries.find((canary) => canary._id === ring.ids[0])
  if (!newest || !leadsLast(newest, old)) {
    log('warn', 'keys not resealed: the ring leads with an old key', { keyId: ring.ids[0] })
    return figures(run)
  }
  const oldIds = [...old.map((canary) => canary._id), SEVERAL]
  for (const sealing of sealings) await resealCollection(ring, sealing, oldIds, run)
  for (const canary of old) await noteOldKey(canary, run.found === 0, now)
  if (run.resealed > 0) log('info', 'resealed', { documents: run.resealed })
  return figures(run)
}

interface Run {
  /** Documents found with an old key. */
  found: number
  /** Documents that were to be changed, whether or not somebody else was first. */
  tried: number
  resealed: number
  unreadable: number
}

const figures = ({ resealed, unreadable }: Run): Record<string, number> => ({
  resealed,
  unreadable,
})

async function resealCollection(
  ring: KeyRing,
  sealing: Sealing,
  oldIds: readonly string[],
  run: Run,
): Promise<void> {
  const docs = collection<SealedDocument>(sealing.name)
  const stuck: string[] = []
  let gone = 0
  let more = true
  while (more && run.tried < MOST && stuck.length < MOST_STUCK) {
    const found = await docs.list({
      where: { keyId: _.in([...oldIds]), ...(stuck.length > 0 ? { _id: _.nin([...stuck]) } : {}) },
      limit: Math.min(BATCH, MOST - run.tried),
      fields: ['keyId', ...sealing.sealed, ...(sealing.sealedIn ?? []).map(({ list }) => list)],
    })
    more = found.length === BATCH
    run.found += found.length
    await eachOf(found, WIDTH, async (doc) => {
      const next = nextOf(ring, sealing, doc)
      if (next === null) {
        stuck.push(doc._id)
        return
      }
      run.tried++
      gone += next.gone.length
      // Somebody else's change meanwhile wins: the document is found again if it is still old.
      if (await docs.updateOne(doc._id, next.conditions, next.change)) run.resealed++
    })
  }
  run.unreadable += stuck.length
  // No ids here: those of accounts are openids. The documents are found by what docs/keys.md says.
  const of = { collection: sealing.name }
  if (gone > 0) log('warn', 'sealed with a key that is gone', { ...of, fields: gone })
  if (stuck.length > 0) log('error', 'unreadable', { ...of, documents: stuck.length })
}

/** What to write, or null where a value does not open: its key must not be retired before someone has looked. */
function nextOf(ring: KeyRing, sealing: Sealing, doc: SealedDocument) {
  try {
    return resealFields(ring, sealing, doc)
  } catch (error) {
    if (error instanceof SealUnreadable) return null
    throw error
  }
}

async function noteOldKey(canary: Canary, empty: boolean, now: number): Promise<void> {
  const next = nextOfOldKey(canary, empty, now)
  if (next === 'empty') await markEmpty(canary._id, now)
  if (next === 'notEmpty') await markNotEmpty(canary._id)
  if (next === 'retire' && (await markRetired(canary._id, canary.emptySince ?? 0, now))) {
    log('info', 'key retired', { keyId: canary._id })
  }
}
