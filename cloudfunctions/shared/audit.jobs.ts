import { BLOCK_SIZE, type End, endOf, nextBlock } from './audit-seal.rules'
import type { BlockDoc, FactDoc, HeadDoc } from './audit.docs'
import { _, collection } from './db'
import { describeError, log } from './log'
import { dayOf } from './time'

/**
 * Seals waiting facts into their chains. Two runs may overlap, and each may die between any two
 * requests, because of four steps in this order:
 *
 * 1. read the chain's last block;
 * 2. finish it: publish its head, then mark its facts as sealed;
 * 3. read waiting facts, so that none of them stands in a block up to the last;
 * 4. add the next block under an id made of its number: whoever comes second loses, and reads again.
 *
 * A block is added only after the one before it is finished, so a waiting fact is in no block but the
 * last; and whatever a crash leaves undone is found by facts that still wait.
 */
const facts = collection<FactDoc>('auditFacts')
const chain = collection<BlockDoc>('auditChain')
const heads = collection<HeadDoc>('auditHeads')

/** Blocks that one run tries to add, over all chains: 12,000 facts. */
const MOST_BLOCKS = 120
/** Chains that one run looks at; those with the oldest facts come first. */
const MOST_CHAINS = 500

/** A chain being worked on. `end` is where it ends with its last block finished; absent until read. */
interface Work {
  chain: string
  oldest: string
  end?: End
}

/** The job of the ticker. Chains take turns, a block each, so that a long backlog holds up no other. */
export async function sealFacts(): Promise<Record<string, number>> {
  let works = await findWork()
  const figures = { chains: works.length, blocks: 0, sealed: 0, failed: 0 }
  let left = MOST_BLOCKS
  while (works.length > 0 && left > 0) {
    const going: Work[] = []
    for (const work of works.slice(0, left)) {
      left--
      try {
        const outcome = await sealBlock(work)
        if (outcome.sealed > 0) figures.blocks++
        figures.sealed += outcome.sealed
        if (outcome.more) going.push(work)
      } catch (error) {
        // The next run goes on with it; the other chains need not wait for that.
        log('error', 'not sealed', { chain: work.chain, ...describeError(error) })
        figures.failed++
      }
    }
    works = going
  }
  return figures
}

/** The chains with waiting facts, that of the oldest fact first. One read for each, and one more. */
async function findWork(): Promise<Work[]> {
  const works: Work[] = []
  let after = ''
  while (works.length < MOST_CHAINS) {
    const [first] = await facts.list({
      where: { waiting: true, chain: _.gt(after) },
      orderBy: [
        ['chain', 'asc'],
        ['listKey', 'asc'],
      ],
      limit: 1,
      fields: ['chain', 'listKey'],
    })
    if (!first) break
    after = first.chain
    works.push({ chain: first.chain, oldest: first.listKey })
  }
  return works.sort((a, b) => (a.oldest < b.oldest ? -1 : 1))
}

/** Adds one block to a chain, and finishes it. */
async function sealBlock(work: Work): Promise<{ sealed: number; more: boolean }> {
  const end = work.end ?? (await finishedEnd(work.chain))
  const waiting = await facts.list({
    where: { waiting: true, chain: work.chain },
    orderBy: [['listKey', 'asc']],
    limit: BLOCK_SIZE,
  })
  if (waiting.length === 0) return { sealed: 0, more: false }
  const block = nextBlock(work.chain, end, waiting, Date.now())
  delete work.end
  if ((await chain.insert(block)) === 'exists') return { sealed: 0, more: true }
  await finish(block)
  work.end = endOf(block)
  return { sealed: waiting.length, more: waiting.length === BLOCK_SIZE }
}

/** Where the chain ends, with its last block finished. */
async function finishedEnd(name: string): Promise<End> {
  const [last] = await chain.list({
    where: { chain: name },
    orderBy: [['n', 'desc']],
    limit: 1,
  })
  if (last) {
    const ids = last.entries.map(({ fact }) => fact)
    const left = await facts.list({
      where: { _id: _.in(ids), waiting: true },
      limit: 1,
      fields: ['_id'],
    })
    if (left.length > 0) await finish(last)
  }
  return endOf(last)
}

/** The head first: while it is not published, facts of the block wait, and lead the next run here. */
async function finish(block: BlockDoc): Promise<void> {
  await publish(block)
  const ids = block.entries.map(({ fact }) => fact)
  await facts.updateMany(ids, { waiting: true }, { waiting: false, sealedIn: block._id })
}

/** The day's head moves forward only, whoever publishes last. */
async function publish(block: BlockDoc): Promise<void> {
  const { seq: count, hash } = endOf(block)
  const day = dayOf(block.at)
  const _id = `${block.chain}:${day}`
  if (await heads.updateOne(_id, { count: _.lt(count) }, { count, hash })) return
  await heads.insert({ _id, chain: block.chain, day, count, hash })
}
