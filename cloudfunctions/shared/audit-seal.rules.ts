import type { BlockDoc, BlockEntry, FactDoc } from './audit.docs'
import { sha256, stable } from './digest'
import { dayOf, MINUTE } from './time'

/** Facts in one block: under 40 KB of ids and hashes, and one request to mark them. */
export const BLOCK_SIZE = 100

/** What stands before the first entry of every chain. */
export const GENESIS = '0'.repeat(64)

/** A fact is sealed by the next run of the ticker, or by the one after it if that one died. */
export const SEALED_WITHIN = 2 * MINUTE

export const blockId = (chain: string, n: number): string =>
  `${chain}:${String(n).padStart(8, '0')}`

/** All of a fact but the bookkeeping: a field that somebody adds later counts too. */
function sealedPart(fact: FactDoc): object {
  const { listKey: _listKey, waiting: _waiting, sealedIn: _sealedIn, ...sealed } = fact
  return sealed
}

/** The hash of an entry: the hash before it, and JSON of its number, its block's time and its fact. */
export function linkOf(prev: string, seq: number, sealedAt: number, fact: FactDoc): string {
  return sha256(prev + stable({ seq, sealedAt, fact: sealedPart(fact) }))
}

/** Where a chain ends. */
export interface End {
  /** Blocks and entries so far. */
  n: number
  seq: number
  at: number
  hash: string
}

export const endOf = (last: BlockDoc | undefined): End =>
  last
    ? { n: last.n, seq: last.entries.at(-1)?.seq ?? 0, at: last.at, hash: last.hash }
    : { n: 0, seq: 0, at: 0, hash: GENESIS }

/** The block that seals these facts, at least one, after what stands already. */
export function nextBlock(
  chain: string,
  end: End,
  facts: readonly FactDoc[],
  now: number,
): BlockDoc {
  const n = end.n + 1
  const at = Math.max(now, end.at)
  const entries: BlockEntry[] = []
  let hash = end.hash
  for (const [i, fact] of facts.entries()) {
    const seq = end.seq + 1 + i
    hash = linkOf(hash, seq, at, fact)
    entries.push({ seq, fact: fact._id, hash })
  }
  return { _id: blockId(chain, n), chain, n, at, prev: end.hash, hash, entries }
}

/** Has the day ended for good? A ticker that began before midnight may still add a block to it. */
export const isFinal = (day: string, now: number): boolean => dayOf(now - SEALED_WITHIN) > day
