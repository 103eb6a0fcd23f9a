import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { BlockDoc, FactDoc, HeadDoc } from '../../cloudfunctions/shared/audit.docs'
import { dayOf } from '../../cloudfunctions/shared/time'
import { addFacts, holdsForTrail, waitingFact } from '../support/audit'
import { type Fault, MINUTE, MONDAY_9, startTestCloud, type TestCloud } from '../support/cloud'
import { allOf, changeDoc } from '../support/database'
import { isTried } from '../support/fault-modes'

/**
 * Whatever happens to a run of the ticker while it seals, after the next one every fact stands in its
 * chain exactly once, and the head is that of the last block.
 */

let cloud: TestCloud
let now = MONDAY_9
let made = 0
beforeEach(async () => {
  now = MONDAY_9
  cloud = await startTestCloud({ seed: 'none' })
})
afterEach(() => cloud.close())

const record = async (chain: string, count: number) => {
  const facts = Array.from({ length: count }, (_, i) =>
    waitingFact(`fact-${++made}`, chain, now + i),
  )
  await addFacts(cloud, facts)
}

const tick = async () => {
  now = (await cloud.advance(MINUTE)).now
}

async function holds() {
  await holdsForTrail(cloud, now)
  const blocks = await allOf<BlockDoc>(cloud, 'auditChain')
  const heads = await allOf<HeadDoc>(cloud, 'auditHeads')
  for (const chain of new Set(blocks.map((block) => block.chain))) {
    const last = blocks.filter((block) => block.chain === chain).sort((a, b) => b.n - a.n)[0]
    const head = heads.find(({ _id }) => _id === `${chain}:${dayOf(last?.at ?? 0)}`)
    expect(head, chain).toMatchObject({ count: last?.entries.at(-1)?.seq, hash: last?.hash })
  }
}

const MODES: Fault['mode'][] = ['error', 'error-after', 'kill']
/** More actions than sealing has. */
const MOST = 60
const TRAIL = ['auditFacts', 'auditChain', 'auditHeads']

test.each(MODES)(
  '%s at every action of sealing',
  async (mode) => {
    let nth = 1
    for (; nth < MOST; nth++) {
      if (!isTried(MODES, mode, nth)) continue
      // Two blocks for one chain, and the first head of another, beside chains that go on.
      await record('c-1', 103)
      await record(`c-${nth + 1}`, 2)
      await cloud.setFault({ function: 'ticker', collections: TRAIL, nth, mode })
      await tick()
      const fired = (await cloud.faults()).some((fault) => fault.fired)
      await cloud.clearFaults()
      if (!fired) break
      await record('c-1', 1)
      await tick()
      await holds()
    }
    await holds()
    // The scan, and for two chains the last block, its facts, waiting ones, block, head and marks.
    expect(nth).toBeGreaterThan(15)
    expect(nth).toBeLessThan(MOST)
  },
  180_000,
)

test.each(['list', 'insertDocument', 'modifyDocument'])(
  'two runs at once, one held up at every %s',
  async (what) => {
    const action = what === 'list' ? 'getDocument' : what
    for (let nth = 1; nth <= 8; nth++) {
      await record('c-1', 130)
      await record('c-2', 3)
      await cloud.setFault({ function: 'ticker', action, nth, mode: 'delay', ms: 150 })
      await Promise.all([tick(), cloud.runTimer('ticker'), cloud.runTimer('ticker')])
      await cloud.clearFaults()
      await holds()
    }
    expect((await cloud.stats()).maxOverlap).toBeGreaterThanOrEqual(2)
  },
  120_000,
)

test('a block that arrives late finds its number taken, and its facts sealed', async () => {
  await record('c-1', 5)
  // The run waits at its insert for longer than another one takes.
  await cloud.setFault({
    function: 'ticker',
    action: 'insertDocument',
    nth: 1,
    mode: 'delay',
    ms: 800,
  })
  const slow = cloud.runTimer('ticker')
  await new Promise((resolve) => setTimeout(resolve, 400))
  await record('c-1', 5)
  await cloud.runTimer('ticker')
  await slow
  await cloud.clearFaults()
  await tick()
  await holds()
  expect((await allOf<BlockDoc>(cloud, 'auditChain')).length).toBe(1)
})

describe('a chain that cannot be sealed', () => {
  test('keeps no other from it', async () => {
    await record('c-1', 1)
    await tick()
    // Somebody took the last block's entries away: there is nothing to mark, and so no way on.
    await changeDoc(cloud, 'auditChain', 'c-1:00000001', { entries: 0 })
    await record('c-1', 1)
    await record('c-2', 1)
    await tick()
    const waiting = (await allOf<FactDoc>(cloud, 'auditFacts')).filter((fact) => fact.waiting)
    expect(waiting.map(({ chain }) => chain)).toEqual(['c-1'])
    expect(cloud.logs.some((line) => line.includes('not sealed') && line.includes('c-1'))).toBe(
      true,
    )
  })
})
