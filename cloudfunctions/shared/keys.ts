import { type Canary, newCanary, opensCanary } from './canary'
import { refuse } from './errors'
import { insertCanary, markUsed, readCanaries } from './key-canaries'
import { decideRing, parseRing, type RingProblem } from './key-ring.rules'
import { log } from './log'
import { type KeyRing, ringOf } from './seal'

export type { KeyRing }

/** The checked ring of this instance. A failure is not kept: the next call tries again. */
let warm: KeyRing | undefined

/**
 * The key ring of `LINLI_KEYS`, checked against the canaries in the database before anything can be
 * sealed or opened with it: one read the first time in an instance's life, none after. A ring that is
 * missing, malformed, wrong or incomplete ends the call with NOT_READY and writes nothing; the log line
 * `key ring refused` says why (docs/keys.md).
 */
export async function keyRing(): Promise<KeyRing> {
  return (warm ??= await checkedRing())
}

/** How often to begin anew because other instances were writing canaries at the same time. */
const ROUNDS = 5

async function checkedRing(): Promise<KeyRing> {
  const parsed = parseRing(process.env.LINLI_KEYS, { here: databaseIsHere() })
  if ('problem' in parsed) return notReady(parsed)
  const { keys } = parsed
  const ring = ringOf(keys)
  for (let round = 1; round <= ROUNDS; round++) {
    const todo = decideRing(ring.ids, factsOf(await readCanaries(), ring))
    if ('problem' in todo) return notReady(todo)
    if (todo.insert.length === 0 && !todo.lead) return ring
    // What was written is read again: another instance may have brought another ring meanwhile.
    for (const key of keys.filter(({ id }) => todo.insert.includes(id))) {
      await insertCanary(newCanary(key, key === keys[0], Date.now()))
    }
    if (todo.lead) await markUsed(ring.ids[0] ?? '', Date.now())
  }
  return refuse('BUSY')
}

const factsOf = (canaries: readonly Canary[], ring: KeyRing) =>
  canaries.map((canary) => ({
    id: canary._id,
    used: canary.usedAt !== undefined,
    retired: canary.retiredAt !== undefined,
    ...(ring.ids.includes(canary._id) ? { opens: opensCanary(ring, canary) } : {}),
  }))

function notReady(problem: RingProblem): never {
  log('error', 'key ring refused', { ...problem })
  return refuse('NOT_READY')
}

/**
 * Does the SDK keep its data on this machine? Only the local cloud redirects it so (its README); in
 * WeChat's cloud, and when DevTools runs a function against a real database, there is no such address.
 */
function databaseIsHere(): boolean {
  try {
    const { URL: address } = JSON.parse(process.env.TCB_CONTEXT_CNFG ?? '{}') as { URL?: string }
    return ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(address ?? '').hostname)
  } catch {
    return false
  }
}
