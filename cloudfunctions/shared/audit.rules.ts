import { blockId, GENESIS, linkOf, SEALED_WITHIN } from './audit-seal.rules'
import { misfitOf } from './audit-misfit.rules'
import type { BlockDoc, BlockEntry, FactDoc, Head } from './audit.docs'
import { listKeyOf } from './list-key.rules'

/**
 * - `altered`: a fact, or what is kept of it in the chain, is not what was sealed.
 * - `removed`: an entry of the chain, or its fact, is gone.
 * - `inserted`: an entry or a fact that was never sealed there, or is there twice.
 * - `reordered`: an entry stands in another's place.
 * - `block missing`: a whole block is gone.
 * - `rewritten`: a block follows another past than the one that stands before it.
 * - `head`: the chain does not lead to a head that was published: rewritten or cut.
 * - `unsealed`: a fact waits for longer than sealing takes.
 */
export type ProblemKind =
  | 'altered'
  | 'removed'
  | 'inserted'
  | 'reordered'
  | 'block missing'
  | 'rewritten'
  | 'head'
  | 'unsealed'

export interface Problem {
  chain: string
  kind: ProblemKind
  /** The entry's number in the chain, where it has one. */
  seq?: number
  /** The fact's id, where it is known. */
  fact?: string
  block?: string
  /** The day of the head that is not met. */
  day?: string
}

/** A chain as it was read: all of its blocks and facts, and heads from wherever they were kept. */
export interface Trail {
  chain: string
  blocks: readonly BlockDoc[]
  facts: readonly FactDoc[]
  /** A hash copied by hand may be shortened to its first 16 digits or more. */
  heads: readonly Head[]
}

export type Verdict =
  | { ok: true; chain: string; blocks: number; entries: number; waiting: number }
  | { ok: false; problem: Problem }

/** Whether the chain is what was sealed, or the first problem from its beginning. */
export function verifyChain(trail: Trail, now: number): Verdict {
  const { chain, heads } = trail
  const blocks = [...trail.blocks].sort((a, b) => a.n - b.n)
  const facts = new Map(trail.facts.map((fact) => [fact._id, fact]))
  const listed = new Map<string, BlockEntry>()
  const problem =
    walk(chain, blocks, facts, listed) ??
    strayFact(chain, blocks, facts, listed, now) ??
    missedHead(chain, heads, listed)
  if (problem) return { ok: false, problem: { chain, ...problem } }
  const waiting = [...facts.keys()].filter((id) => !listed.has(id)).length
  return { ok: true, chain, blocks: blocks.length, entries: listed.size, waiting }
}

type Found = Omit<Problem, 'chain'>

/** From block to block, from entry to entry; fills `listed`. */
function walk(
  chain: string,
  blocks: readonly BlockDoc[],
  facts: ReadonlyMap<string, FactDoc>,
  listed: Map<string, BlockEntry>,
): Found | null {
  let prev = GENESIS
  let seq = 1
  for (const [i, block] of blocks.entries()) {
    if (block.n > i + 1) return { kind: 'block missing', block: blockId(chain, i + 1), seq }
    if (block.n < i + 1 || block._id !== blockId(chain, block.n) || block.chain !== chain)
      return { kind: 'inserted', block: block._id, seq }
    const here = { block: block._id, seq }
    const first = block.entries[0]
    if (!first) return { kind: 'removed', ...here }
    if (block.prev !== prev) {
      // Either its note of the past was changed, or the past itself was.
      const fact = facts.get(first.fact)
      const stood = fact && linkOf(block.prev, first.seq, block.at, fact) === first.hash
      return { kind: stood ? 'rewritten' : 'altered', ...here }
    }
    for (const entry of block.entries) {
      const fact = facts.get(entry.fact)
      const fits =
        fact !== undefined &&
        entry.seq === seq &&
        !listed.has(entry.fact) &&
        linkOf(prev, seq, block.at, fact) === entry.hash
      if (!fits) {
        return { block: block._id, ...misfitOf({ blocks, facts }, block, entry, { prev, seq }) }
      }
      if (!bookedIn(fact, block))
        return { kind: 'altered', block: block._id, seq, fact: entry.fact }
      listed.set(entry.fact, entry)
      prev = entry.hash
      seq++
    }
    if (block.hash !== prev) return wrongEnd(block, blocks[i + 1], facts, listed, seq)
  }
  return null
}

/** Is the bookkeeping, which no hash covers, that of this fact in this block? */
const bookedIn = (fact: FactDoc, block: BlockDoc): boolean =>
  fact.listKey === listKeyOf(fact.at, fact._id) &&
  (fact.sealedIn === undefined ? fact.waiting : fact.sealedIn === block._id)

/** The block has another last hash than its last entry: something was cut off, put in, or changed. */
function wrongEnd(
  block: BlockDoc,
  next: BlockDoc | undefined,
  facts: ReadonlyMap<string, FactDoc>,
  listed: ReadonlyMap<string, BlockEntry>,
  seq: number,
): Found {
  const end = block.entries.findIndex(({ hash }) => hash === block.hash)
  const beyond = end < 0 ? undefined : block.entries[end + 1]
  if (beyond) return { kind: 'inserted', block: block._id, seq: beyond.seq, fact: beyond.fact }
  const cut = [...facts.values()]
    .filter(({ _id, sealedIn }) => sealedIn === block._id && !listed.has(_id))
    .sort(byTime)[0]
  const kind = cut || next?.prev === block.hash ? 'removed' : 'altered'
  return { kind, block: block._id, seq, ...(cut ? { fact: cut._id } : {}) }
}

const byTime = (a: FactDoc, b: FactDoc): number => a.at - b.at || (a._id < b._id ? -1 : 1)

/** A fact that stands in no block although it says so, or although it should. */
function strayFact(
  chain: string,
  blocks: readonly BlockDoc[],
  facts: ReadonlyMap<string, FactDoc>,
  listed: ReadonlyMap<string, BlockEntry>,
  now: number,
): Found | null {
  const strays = [...facts.values()].filter(({ _id }) => !listed.has(_id)).sort(byTime)
  const next = blockId(chain, blocks.length + 1)
  const cut = strays.find(({ sealedIn }) => sealedIn === next)
  if (cut) return { kind: 'block missing', block: next, fact: cut._id }
  const last = blocks.at(-1)?._id
  for (const { _id: fact, sealedIn: block, at } of strays) {
    // Only the last block can have lost its end: any other is followed by a block that knows it.
    if (block !== undefined) return { kind: block === last ? 'removed' : 'inserted', block, fact }
    if (at < now - SEALED_WITHIN) return { kind: 'unsealed', fact }
  }
  return null
}

/** The least of a hash that a head may give. */
export const HEAD_DIGITS = 16

function missedHead(
  chain: string,
  heads: readonly Head[],
  listed: ReadonlyMap<string, BlockEntry>,
): Found | null {
  const bySeq = new Map([...listed.values()].map((entry) => [entry.seq, entry]))
  const own = heads.filter((head) => head.chain === chain).sort((a, b) => a.count - b.count)
  for (const { day, count, hash } of own) {
    const met = hash.length >= HEAD_DIGITS && bySeq.get(count)?.hash.startsWith(hash)
    if (!met) return { kind: 'head', seq: count, day }
  }
  return null
}
