import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { refusalOf, whyUnrecordable } from './audit-fact.rules'
import { blockId, endOf, GENESIS, isFinal, linkOf, nextBlock } from './audit-seal.rules'
import type { AuditFact, BlockDoc, FactDoc, Head } from './audit.docs'
import { type ProblemKind, type Trail, verifyChain } from './audit.rules'
import { listKeyOf } from './list-key.rules'
import { dayOf, DAY, MINUTE, momentOf } from './time'

const START = momentOf('2026-11-23', '09:00')
const CHAIN = 'c-1'

const factOf = (i: number, more: Partial<AuditFact> = {}): FactDoc => {
  const fact: AuditFact = {
    _id: `a${i}`,
    chain: CHAIN,
    at: START + i,
    by: 'account-1',
    as: 'staff',
    op: 'account.reveal',
    whom: `r-${i}`,
    fields: ['phone'],
    ...more,
  }
  return { ...fact, listKey: listKeyOf(fact.at, fact._id), waiting: true }
}

/** A chain of blocks of these sizes, each sealed a minute after the one before, with a head for each. */
function chainOf(sizes: readonly number[], facts = factsFor(sizes)): Trail {
  const blocks: BlockDoc[] = []
  const heads: Head[] = []
  const rest = facts.map((fact) => ({ ...fact }))
  for (const size of sizes) {
    const some = rest.splice(0, size)
    const block = nextBlock(CHAIN, endOf(blocks.at(-1)), some, START + blocks.length * MINUTE)
    blocks.push(block)
    const { seq: count, hash } = endOf(block)
    heads.push({ chain: CHAIN, day: dayOf(block.at), count, hash })
  }
  const sealed = facts.map((fact, i) => {
    const block = blocks.find(({ entries }) => entries.some(({ seq }) => seq === i + 1))
    return block ? { ...fact, waiting: false, sealedIn: block._id } : fact
  })
  return { chain: CHAIN, blocks, facts: sealed, heads }
}

const factsFor = (sizes: readonly number[]): FactDoc[] =>
  Array.from({ length: sizes.reduce((sum, size) => sum + size, 0) }, (_, i) => factOf(i + 1))

interface OpenTrail extends Trail {
  blocks: BlockDoc[]
  facts: FactDoc[]
  heads: Head[]
}
const copy = (trail: Trail) => JSON.parse(JSON.stringify(trail)) as OpenTrail

const NOW = START + DAY
const problemOf = (trail: Trail, now = NOW) => {
  const verdict = verifyChain(trail, now)
  return verdict.ok ? null : verdict.problem
}

describe('verifyChain', () => {
  test('an empty chain, and a whole one', () => {
    expect(verifyChain({ chain: CHAIN, blocks: [], facts: [], heads: [] }, NOW)).toMatchObject({
      ok: true,
    })
    expect(verifyChain(chainOf([3, 1, 2]), NOW)).toEqual({
      ok: true,
      chain: CHAIN,
      blocks: 3,
      entries: 6,
      waiting: 0,
    })
  })

  test('a fact may wait for two minutes, and no longer', () => {
    const trail = chainOf([2])
    const facts = [...trail.facts, factOf(9)]
    const recorded = START + 9
    expect(verifyChain({ ...trail, facts }, recorded + 2 * MINUTE)).toMatchObject({ waiting: 1 })
    expect(problemOf({ ...trail, facts }, recorded + 2 * MINUTE + 1)).toEqual({
      chain: CHAIN,
      kind: 'unsealed',
      fact: 'a9',
    })
    const hidden = [...trail.facts, { ...factOf(9), waiting: false }]
    expect(problemOf({ ...trail, facts: hidden })?.kind).toBe('unsealed')
  })

  test('the newest block may still be unmarked', () => {
    const trail = chainOf([2, 2])
    const facts = trail.facts.map((fact, i) => (i < 2 ? fact : factOf(i + 1)))
    expect(verifyChain({ ...trail, facts }, NOW)).toMatchObject({ ok: true, waiting: 0 })
  })

  const TAMPERED: [string, ProblemKind, object, (trail: OpenTrail) => void][] = [
    ['a value of a fact', 'altered', { seq: 3, fact: 'a3' }, (t) => (t.facts[2]!.by = 'another')],
    ['a field added', 'altered', { seq: 3 }, (t) => Object.assign(t.facts[2]!, { note: 'x' })],
    ['where a fact is listed', 'altered', { seq: 3 }, (t) => (t.facts[2]!.listKey = '0')],
    ['the block a fact names', 'altered', { seq: 3 }, (t) => (t.facts[2]!.sealedIn = 'c-1:9')],
    ['the hash of an entry', 'altered', { seq: 3 }, (t) => (t.blocks[1]!.entries[0]!.hash = 'x')],
    ['the number of an entry', 'altered', { seq: 3 }, (t) => (t.blocks[1]!.entries[0]!.seq = 9)],
    [
      'the fact of an entry',
      'altered',
      { seq: 3, fact: 'a3' },
      (t) => (t.blocks[1]!.entries[0]!.fact = 'a1'),
    ],
    ['the time of a block', 'altered', { seq: 3 }, (t) => (t.blocks[1]!.at += 1)],
    ['the past of a block', 'altered', { seq: 3 }, (t) => (t.blocks[1]!.prev = GENESIS)],
    ['the end of a block', 'altered', { seq: 5 }, (t) => (t.blocks[1]!.hash = GENESIS)],
    ['a fact gone', 'removed', { seq: 4, fact: 'a4' }, (t) => t.facts.splice(3, 1)],
    ['an entry gone', 'removed', { seq: 3, fact: 'a3' }, (t) => t.blocks[1]!.entries.shift()],
    ['a last entry gone', 'removed', { seq: 4, fact: 'a4' }, (t) => t.blocks[1]!.entries.pop()],
    ['all entries of a block gone', 'removed', { seq: 3 }, (t) => (t.blocks[1]!.entries = [])],
    [
      'a block gone',
      'block missing',
      { seq: 3, block: 'c-1:00000002' },
      (t) => t.blocks.splice(1, 1),
    ],
    [
      'the last block gone',
      'block missing',
      { block: 'c-1:00000003', fact: 'a5' },
      (t) => t.blocks.pop(),
    ],
    ['a block twice', 'inserted', { block: 'c-1:00000002' }, (t) => t.blocks.push(t.blocks[1]!)],
    ['a block of another chain', 'inserted', {}, (t) => (t.blocks[1]!.chain = 'c-2')],
    [
      'a fact that claims to be sealed',
      'inserted',
      { fact: 'a99', block: 'c-1:00000002' },
      (t) => t.facts.push({ ...factOf(99), waiting: false, sealedIn: 'c-1:00000002' }),
    ],
    [
      'an end cut off with its hash',
      'removed',
      { fact: 'a6' },
      (t) => {
        t.blocks[2]!.entries.pop()
        t.blocks[2]!.hash = t.blocks[2]!.entries[0]!.hash
      },
    ],
    [
      'a fact sealed twice',
      'inserted',
      { seq: 7, fact: 'a1' },
      (t) => t.blocks.push(nextBlock(CHAIN, endOf(t.blocks[2]), [t.facts[0]!], NOW)),
    ],
    [
      'a block sealed anew with another fact',
      'rewritten',
      { seq: 5, block: 'c-1:00000003' },
      (t) => {
        t.facts[2]!.by = 'another'
        t.blocks[1] = nextBlock(CHAIN, endOf(t.blocks[0]), t.facts.slice(2, 4), t.blocks[1]!.at)
      },
    ],
    [
      'a head of another hash',
      'head',
      { seq: 2, day: '2026-11-23' },
      (t) => (t.heads[0]!.hash = 'f'.repeat(16)),
    ],
    ['a head that is further on', 'head', { seq: 8 }, (t) => (t.heads[2]!.count = 8)],
  ]
  test.each(TAMPERED)('%s: %s', (_what, kind, more, tamper) => {
    const trail = copy(chainOf([2, 2, 2]))
    tamper(trail)
    expect(problemOf(trail)).toMatchObject({ chain: CHAIN, kind, ...more })
  })

  test('a head copied by hand needs its first digits only', () => {
    const trail = chainOf([2, 2])
    const heads = trail.heads.map((head) => ({ ...head, hash: head.hash.slice(0, 16) }))
    expect(problemOf({ ...trail, heads })).toBeNull()
  })
})

describe('any chain', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 6 })
  /** A chain and a place in it. */
  const chainAndPlace = fc.tuple(sizes, fc.nat()).map(([given, place]) => {
    const trail = chainOf(given)
    return { sizes: given, trail: copy(trail), place: place % trail.facts.length }
  })
  const whereIs = (trail: Trail, place: number) => {
    const block = trail.blocks.find(({ entries }) => entries.some(({ seq }) => seq === place + 1))!
    return { block, i: block.entries.findIndex(({ seq }) => seq === place + 1) }
  }
  const numberAnew = (trail: Trail) => {
    let seq = 0
    for (const block of trail.blocks) for (const entry of block.entries) entry.seq = ++seq
  }

  test('is whole as it was sealed', () => {
    fc.assert(
      fc.property(sizes, (given) => {
        expect(problemOf(chainOf(given))).toBeNull()
      }),
    )
  })

  test('shows any altered field of any fact', () => {
    const change = fc.constantFrom<Partial<FactDoc>>(
      { at: START - 1 },
      { by: 'another' },
      { as: 'desk' },
      { op: 'account.me' },
      { whom: 'r-another' },
      { fields: [] },
      { fields: ['phone', 'address'] },
      { reason: 'other' },
      { refused: 'NOT_ALLOWED' },
      { chain: 'c-2' },
    )
    fc.assert(
      fc.property(chainAndPlace, change, ({ trail, place }, changed) => {
        Object.assign(trail.facts[place]!, changed)
        expect(problemOf(trail)).toMatchObject({
          kind: 'altered',
          seq: place + 1,
          fact: `a${place + 1}`,
        })
      }),
    )
  })

  test('shows any removed fact, and any removed entry', () => {
    fc.assert(
      fc.property(chainAndPlace, fc.boolean(), ({ trail, place }, anew) => {
        const gone = { kind: 'removed', seq: place + 1, fact: `a${place + 1}` }
        const facts = trail.facts.filter((_, i) => i !== place)
        expect(problemOf({ ...trail, facts })).toMatchObject(gone)
        const { block, i } = whereIs(trail, place)
        block.entries.splice(i, 1)
        if (anew) numberAnew(trail)
        // Of a block that is empty now, and begins a chain, the first fact is all there is to say.
        const { fact: _fact, ...unnamed } = gone
        expect(problemOf(trail)).toMatchObject(block.entries.length === 0 ? unnamed : gone)
      }),
    )
  })

  test('shows any two entries that changed places', () => {
    fc.assert(
      fc.property(chainAndPlace, fc.nat(), fc.boolean(), ({ trail, place }, other, anew) => {
        const second = other % trail.facts.length
        fc.pre(second !== place)
        const [a, b] = [whereIs(trail, place), whereIs(trail, second)]
        const entry = a.block.entries[a.i]!
        a.block.entries[a.i] = b.block.entries[b.i]!
        b.block.entries[b.i] = entry
        if (anew) numberAnew(trail)
        expect(problemOf(trail)).toMatchObject({
          kind: 'reordered',
          seq: Math.min(place, second) + 1,
        })
      }),
    )
  })

  test('shows anything put in', () => {
    fc.assert(
      fc.property(
        chainAndPlace,
        fc.record({
          after: fc.boolean(),
          anew: fc.boolean(),
          what: fc.constantFrom('a hash of nothing', 'a hash that fits', 'a copy'),
        }),
        fc.nat(),
        ({ trail, place }, { after, anew, what }, other) => {
          const { block, i } = whereIs(trail, place)
          const seq = place + (after ? 2 : 1)
          const before = trail.blocks.flatMap(({ entries }) => entries)[seq - 2]?.hash ?? GENESIS
          const past = what === 'a hash that fits' ? before : 'f'.repeat(64)
          const copied = whereIs(trail, other % trail.facts.length)
          const inserted =
            what === 'a copy'
              ? { ...copied.block.entries[copied.i]! }
              : { seq, fact: 'a99', hash: linkOf(past, seq, block.at, factOf(99)) }
          if (what === 'a hash that fits')
            trail.facts.push({ ...factOf(99), waiting: false, sealedIn: block._id })
          block.entries.splice(after ? i + 1 : i, 0, inserted)
          if (anew) numberAnew(trail)
          expect(problemOf(trail)).toMatchObject({ kind: 'inserted', fact: inserted.fact })
        },
      ),
    )
  })

  test('shows any block taken out, from wherever', () => {
    fc.assert(
      fc.property(chainAndPlace, ({ trail, place }) => {
        const { n } = whereIs(trail, place).block
        const blocks = trail.blocks.filter((block) => block.n !== n)
        expect(problemOf({ ...trail, blocks })).toMatchObject({
          kind: 'block missing',
          block: blockId(CHAIN, n),
        })
      }),
    )
  })

  test('cut with its facts, or sealed anew with another fact, misses a head written down before', () => {
    fc.assert(
      fc.property(chainAndPlace, fc.boolean(), ({ sizes: given, trail, place }, cut) => {
        const { n } = whereIs(trail, place).block
        const facts = trail.facts.map((fact, i) => (i === place ? { ...fact, by: 'other' } : fact))
        const forged = cut
          ? chainOf(
              given.slice(0, n - 1),
              trail.facts.slice(0, factsFor(given.slice(0, n - 1)).length),
            )
          : chainOf(given, facts)
        expect(problemOf(forged)).toBeNull()
        expect(problemOf({ ...forged, heads: trail.heads })?.kind).toBe('head')
      }),
    )
  })
})

describe('a fact that may be recorded', () => {
  const { listKey: _listKey, waiting: _waiting, ...fact } = factOf(1)

  test('holds ids, names of fields and codes', () => {
    expect(whyUnrecordable(fact)).toBeNull()
    expect(whyUnrecordable({ ...fact, reason: 'asked-by-phone' })).toBeNull()
    expect(whyUnrecordable(refusalOf(fact, 'NOT_ALLOWED', START))).toBeNull()
  })

  test.each<[string, Partial<AuditFact>]>([
    ['a name', { whom: '王秀英' }],
    ['a sentence', { reason: 'she asked me to' }],
    ['a Chinese sentence', { reason: '她让我看的' }],
    ['a phone number as a field', { fields: ['13800000000'] }],
    ['a phone number as a reason', { reason: '13800000000' }],
    ['a phone number as an id', { whom: '13800000000' }],
    ['an identity card as an id', { by: '11010519491231002X' }],
    ['no operation', { op: 'reveal' }],
    ['no time', { at: Number.NaN }],
    ['a chain with a colon', { chain: 'c-1:2' }],
    ['too many fields', { fields: Array.from({ length: 51 }, () => 'phone') }],
  ])('and never %s', (_what, more) => {
    expect(whyUnrecordable({ ...fact, ...more })).not.toBeNull()
  })

  test('a refusal adds to it', () => {
    expect(refusalOf(fact, 'NOT_ALLOWED', START + 5)).toEqual({
      ...fact,
      _id: 'a1:refused',
      of: 'a1',
      at: START + 5,
      refused: 'NOT_ALLOWED',
    })
  })
})

describe('sealing', () => {
  test('a block is never dated before the one ahead of it', () => {
    const first = nextBlock(CHAIN, endOf(undefined), [factOf(1)], START)
    expect(nextBlock(CHAIN, endOf(first), [factOf(2)], START - DAY).at).toBe(START)
  })

  test('a day is final two minutes after its midnight', () => {
    const midnight = momentOf('2026-11-24')
    expect(isFinal('2026-11-23', midnight + 2 * MINUTE - 1)).toBe(false)
    expect(isFinal('2026-11-23', midnight + 2 * MINUTE)).toBe(true)
  })
})
