/**
 * The key ring as `LINLI_KEYS` says it, and what the canaries in the database say of it (docs/keys.md).
 * Nothing here gives away a key: problems name an entry by its number, or a key by its id.
 */
export interface RingKey {
  id: string
  /** 32 random bytes, from which shared/seal.ts derives what it works with. */
  bytes: Uint8Array
}

/** Why there is no ring to work with; fit for a log line. */
export type RingProblem =
  | { problem: 'missing' }
  /** `entry` counts from 1. */
  | { problem: 'malformed'; entry: number; fault: EntryFault }
  /** The demo's key, which is public, over a database that is not on this machine. */
  | { problem: 'demo'; keyId: string }
  /** `wrong`: not the key its canary was sealed with. `lost`: its canary is there, the key is not. `retired`: it leads again. */
  | { problem: 'wrong' | 'lost' | 'retired'; keyId: string }

/** `id`: not an id and a colon. `key`: not 32 bytes in base64. `sameId`, `sameKey`: as an entry before. */
export type EntryFault = 'id' | 'key' | 'sameId' | 'sameKey'

/** A key's id: it stands in every sealed value, and is a document's `_id`. */
export const KEY_ID = /^[a-z][a-z0-9-]{0,19}$/

/** AES-256 takes 32 bytes; HKDF makes as many of as many (RFC 5869). */
export const KEY_BYTES = 32

/** The first bytes of the demo's key, so that it is known again under any other id. */
const DEMO_BYTES = 'linli demo key'

const isDemo = ({ id, bytes }: RingKey): boolean =>
  id === 'demo' ||
  Buffer.from(bytes).subarray(0, DEMO_BYTES.length).toString('latin1') === DEMO_BYTES

/**
 * Reads `k2:<base64>,k1:<base64>`, the newest key first. `here`: the database is the local cloud's, on
 * this machine, where the demo's key may be used.
 */
export function parseRing(
  text: string | undefined,
  { here }: { here: boolean },
): { keys: RingKey[] } | RingProblem {
  if (text === undefined || text.trim() === '') return { problem: 'missing' }
  const keys: RingKey[] = []
  for (const [i, entry] of text.split(',').entries()) {
    const key = parseEntry(entry.trim(), keys)
    if (typeof key === 'string') return { problem: 'malformed', entry: i + 1, fault: key }
    keys.push(key)
  }
  const demo = here ? undefined : keys.find(isDemo)
  return demo ? { problem: 'demo', keyId: demo.id } : { keys }
}

function parseEntry(entry: string, before: readonly RingKey[]): RingKey | EntryFault {
  const colon = entry.indexOf(':')
  const id = entry.slice(0, Math.max(colon, 0))
  if (!KEY_ID.test(id)) return 'id'
  const bytes = Buffer.from(entry.slice(colon + 1), 'base64')
  // Node.js skips what is not base64: only what it would write itself is taken.
  if (bytes.length !== KEY_BYTES || bytes.toString('base64') !== entry.slice(colon + 1)) {
    return 'key'
  }
  if (before.some((key) => key.id === id)) return 'sameId'
  if (before.some((key) => bytes.equals(key.bytes))) return 'sameKey'
  return { id, bytes }
}

/** What the database knows of a key. */
export interface CanaryFacts {
  id: string
  /** Something may have been sealed with it: it has led a ring. */
  used: boolean
  /** Nothing is sealed with it any more, or what is has been given up. */
  retired: boolean
  /** Does the ring's key of this id open it? Absent when the ring has none. */
  opens?: boolean
}

/** What must be written before the ring may be used: canaries that are missing, and that the first key now leads. */
export interface RingTodo {
  insert: string[]
  lead: boolean
}

/**
 * Holds the ring, newest key first, against the canaries: every key must be the one its canary was
 * sealed with, no key that has sealed something may be missing, and a retired one may not lead.
 */
export function decideRing(
  ids: readonly string[],
  canaries: readonly CanaryFacts[],
): RingTodo | RingProblem {
  const newest = ids[0]
  for (const { id, opens } of canaries) {
    if (ids.includes(id) && opens !== true) return { problem: 'wrong', keyId: id }
  }
  const lost = canaries.find(({ id, used, retired }) => used && !retired && !ids.includes(id))
  if (lost) return { problem: 'lost', keyId: lost.id }
  const leading = canaries.find(({ id }) => id === newest)
  if (leading?.retired) return { problem: 'retired', keyId: leading.id }
  const known = new Set(canaries.map(({ id }) => id))
  return {
    insert: ids.filter((id) => !known.has(id)),
    lead: leading !== undefined && !leading.used,
  }
}

/** How long nothing sealed with a key may have been found before it is retired: no instance lives as long. */
export const RETIRE_AFTER = 24 * 60 * 60 * 1_000

/** What the database notes of a key's coming and going; moments in epoch ms. */
export interface KeyLife {
  usedAt?: number
  emptySince?: number
  retiredAt?: number
}

/** What to note of an old key, after looking for documents sealed with it: `empty` when there were none. */
export function nextOfOldKey(
  { usedAt, emptySince, retiredAt }: KeyLife,
  empty: boolean,
  now: number,
): 'nothing' | 'empty' | 'notEmpty' | 'retire' {
  if (usedAt === undefined || retiredAt !== undefined) return 'nothing'
  if (!empty) return emptySince === undefined ? 'nothing' : 'notEmpty'
  if (emptySince === undefined) return 'empty'
  return now - emptySince >= RETIRE_AFTER ? 'retire' : 'nothing'
}

/** Did the ring's newest key come last of those in use? Otherwise this function's ring is an old one. */
export const leadsLast = (newest: KeyLife, others: readonly KeyLife[]): boolean =>
  newest.usedAt !== undefined &&
  others.every(
    ({ usedAt = 0, retiredAt }) => retiredAt !== undefined || usedAt <= (newest.usedAt ?? 0),
  )
