import { GENESIS, linkOf } from './audit-seal.rules'
import type { BlockDoc, BlockEntry, FactDoc } from './audit.docs'

/** An entry that is not what was sealed in its place: what was done there. */
export interface Misfit {
  kind: 'altered' | 'removed' | 'inserted' | 'reordered'
  seq: number
  fact?: string
}

interface Chain {
  blocks: readonly BlockDoc[]
  facts: ReadonlyMap<string, FactDoc>
}

/** The place looked at: the hash before it and its number. */
interface Place {
  prev: string
  seq: number
}

/**
 * Names what was done, by looking where else things fit: does another entry belong into this place,
 * does this one belong somewhere else, does a fact that stands nowhere belong here?
 */
export function misfitOf(chain: Chain, block: BlockDoc, entry: BlockEntry, place: Place): Misfit {
  const { prev, seq } = place
  const { blocks, facts } = chain
  const fact = facts.get(entry.fact)
  const inPlace: Misfit = { kind: 'altered', seq, fact: entry.fact }
  const all = blocks.flatMap((b) => b.entries.map((e) => ({ block: b, entry: e })))
  const ids = new Set(all.map(({ entry: e }) => e.fact))
  const nowhere = [...facts.values()].filter(({ _id }) => !ids.has(_id))

  // The hash stands, but not the name beside it.
  const meant = nowhere.find((f) => linkOf(prev, seq, block.at, f) === entry.hash)
  if (meant) return { kind: 'altered', seq, fact: meant._id }

  const twice = all.filter(({ entry: e }) => e.fact === entry.fact).length > 1
  if (twice) return { ...inPlace, kind: 'inserted' }

  if (fact && linkOf(prev, seq, block.at, fact) === entry.hash) return inPlace
  // It follows the entry before the last one: that one was slipped in between, with a hash that fits.
  const i = all.findIndex(({ entry: e }) => e === entry)
  const slipped = all[i - 1]
  if (fact && slipped) {
    const past = all[i - 2]?.entry.hash ?? GENESIS
    if (linkOf(past, seq - 1, block.at, fact) === entry.hash)
      return { kind: 'inserted', seq: seq - 1, fact: slipped.entry.fact }
  }
  if (fact && fitsElsewhere(blocks, entry, fact)) return { ...inPlace, kind: 'reordered' }

  const displaced = all.some(({ block: b, entry: e }) => {
    const f = facts.get(e.fact)
    const times = [block.at, b.at]
    return e !== entry && f && times.some((at) => linkOf(prev, seq, at, f) === e.hash)
  })
  // The block was whole before this entry.
  if (displaced || block.hash === prev) return { ...inPlace, kind: 'inserted' }

  const before = nowhere.find((f) => {
    const hash = linkOf(prev, seq, block.at, f)
    return fact !== undefined && linkOf(hash, seq + 1, block.at, fact) === entry.hash
  })
  if (before) return { kind: 'removed', seq, fact: before._id }
  if (entry.seq > seq && !all.some(({ entry: e }) => e.seq === seq)) return { kind: 'removed', seq }
  return fact ? inPlace : { ...inPlace, kind: 'removed' }
}

/** Was this entry sealed after another entry of the chain than the one it follows now? */
function fitsElsewhere(blocks: readonly BlockDoc[], entry: BlockEntry, fact: FactDoc): boolean {
  const fits = (prev: string, seqs: number[], times: (number | undefined)[]): boolean =>
    seqs.some((seq) =>
      times.some((at) => at !== undefined && linkOf(prev, seq, at, fact) === entry.hash),
    )
  if (fits(GENESIS, [1], [blocks[0]?.at])) return true
  return blocks.some((block, i) =>
    block.entries.some(({ hash, seq }) =>
      // Two neighbours that changed places may have been numbered anew.
      fits(hash, [seq, seq + 1], [block.at, blocks[i + 1]?.at]),
    ),
  )
}
