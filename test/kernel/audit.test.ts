import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import cloudSdk from 'wx-server-sdk'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { recordFact } from '../../cloudfunctions/shared/audit'
import type { BlockDoc, FactDoc, Head } from '../../cloudfunctions/shared/audit.docs'
import { listFactsBy, listFactsOf, listHeads } from '../../cloudfunctions/shared/audit.query'
import type { ProblemKind } from '../../cloudfunctions/shared/audit.rules'
import { nextBlock } from '../../cloudfunctions/shared/audit-seal.rules'
import { dayOf } from '../../cloudfunctions/shared/time'
import { inRepo } from '../../config/paths.mts'
import { addFacts, holdsForTrail, verdicts, waitingFact } from '../support/audit'
import { HOUR, MINUTE, MONDAY_9, startTestCloud, type TestCloud } from '../support/cloud'
import { addDocs, allOf, changeDoc, pointSdkAt } from '../support/database'

let cloud: TestCloud
let now = MONDAY_9
beforeEach(async () => {
  cloud = await startTestCloud({ seed: 'none' })
  now = MONDAY_9
  pointSdkAt(cloud.url)
})
afterEach(() => cloud.close())

const tick = async (ms = MINUTE) => {
  now = (await cloud.advance(ms)).now
}
const record = (chain: string, from: number, count: number) =>
  addFacts(
    cloud,
    Array.from({ length: count }, (_, i) => waitingFact(`${chain}-f${from + i}`, chain, now + i)),
  )
const remove = async (collection: string, id: string): Promise<void> => {
  await cloudSdk.database().collection(collection).doc(id).remove()
}

describe('recording', () => {
  const { listKey: _listKey, waiting: _waiting, ...fact } = waitingFact('a1-tap1', 'c-1', MONDAY_9)

  test('is one write, and the same fact again is known', async () => {
    expect(await recordFact(fact)).toBe('recorded')
    expect(await recordFact({ ...fact, at: fact.at + 5 })).toBe('known')
    expect(await allOf<FactDoc>(cloud, 'auditFacts')).toEqual([
      waitingFact('a1-tap1', 'c-1', MONDAY_9),
    ])
  })

  test('refuses what could be personal', async () => {
    await expect(recordFact({ ...fact, whom: '王秀英' })).rejects.toThrow(/whom is not an id/)
    expect(await allOf(cloud, 'auditFacts')).toEqual([])
  })
})

describe('sealing', () => {
  test('takes the facts of all chains at the next minute, each into its own', async () => {
    await record('c-1', 0, 250)
    await record('c-2', 0, 3)
    await tick()
    expect(await holdsForTrail(cloud, now)).toBe(253)
    await record('c-1', 250, 1)
    await tick()
    expect(await verdicts(cloud, now)).toEqual([
      { ok: true, chain: 'c-1', blocks: 4, entries: 251, waiting: 0 },
      { ok: true, chain: 'c-2', blocks: 1, entries: 3, waiting: 0 },
    ])
    const [last] = (await allOf<BlockDoc>(cloud, 'auditChain')).filter(({ n }) => n === 4)
    expect(last?.entries.map(({ seq, fact }) => [seq, fact])).toEqual([[251, 'c-1-f250']])
  })

  test('costs one read when nothing waits, and goes on where the chain ended', async () => {
    const cost = async () => {
      await cloud.resetStats()
      await tick()
      const last = (await cloud.calls()).at(-1)
      return { reads: last?.reads ?? 0, writes: last?.writes ?? 0 }
    }
    // The first run of an instance also looks at the keys.
    await tick()
    const idle = await cost()
    await record('c-1', 0, 10)
    // One more look for chains; the last block and the waiting facts. The block, its head (changed, or
    // else added) and the marks.
    expect(await cost()).toEqual({ reads: idle.reads + 3, writes: 4 })
    await record('c-1', 10, 10)
    // The facts of the last block too; its head is there now.
    expect(await cost()).toEqual({ reads: idle.reads + 4, writes: 3 })
    expect(await cost()).toEqual(idle)
    // What is sealed is not looked at again.
    expect((await cloud.calls()).at(-1)?.documentsExamined).toBe(0)
  })

  test('seals a backlog of 10,000 facts in one run', async () => {
    await addFacts(
      cloud,
      Array.from({ length: 10_000 }, (_, i) => waitingFact(`f${i}`, `c-${i % 4}`, now + i)),
    )
    const began = Date.now()
    await tick()
    console.log(`10,000 facts of 4 chains sealed in ${Date.now() - began} ms`)
    expect(await holdsForTrail(cloud, now + MINUTE)).toBe(10_000)
  }, 120_000)

  test('leaves a chain valid when a person is erased', async () => {
    const residentId = 'resident-of-c-1-f1'
    await addDocs(cloud, 'residents', [{ _id: residentId, name: '王秀英', phone: '13800000000' }])
    await record('c-1', 0, 3)
    await tick()
    await remove('residents', residentId)
    const trail = JSON.stringify([
      await allOf(cloud, 'auditFacts'),
      await allOf(cloud, 'auditChain'),
      await allOf(cloud, 'auditHeads'),
    ])
    expect(trail).not.toMatch(/王秀英|13800000000/)
    expect(await holdsForTrail(cloud, now)).toBe(3)
  })
})

describe('heads', () => {
  test('go with the day, and are final after its midnight', async () => {
    await record('c-1', 0, 2)
    await tick()
    const monday = dayOf(now)
    expect(await listHeads('c-1', { limit: 5 }, now)).toEqual({
      items: [expect.objectContaining({ chain: 'c-1', day: monday, count: 2, final: false })],
    })
    await record('c-1', 2, 1)
    await tick()
    now = (await cloud.sleep(15 * HOUR + 5 * MINUTE)).now
    await record('c-1', 3, 4)
    await tick()
    const { items, next } = await listHeads('c-1', { limit: 1 }, now)
    expect(items).toMatchObject([{ count: 7, final: false }])
    expect(await listHeads('c-1', { limit: 1, after: next }, now)).toMatchObject({
      items: [{ day: monday, count: 3, final: true }],
    })
    expect(await listHeads('c-2', { limit: 5 }, now)).toEqual({ items: [] })
  })
})

describe('lists', () => {
  test('of a person, of whichever chain, and of a region, by the page', async () => {
    const fact = (i: number, chain: string, whom: string) => ({
      ...waitingFact(`f${i}`, chain, now + i),
      whom,
    })
    await addFacts(cloud, [fact(1, 'c-1', 'a'), fact(2, 's-1', 'a'), fact(3, 'c-1', 'b')])
    await tick()
    await addFacts(cloud, [fact(4, 'c-1', 'a')])
    const first = await listFactsOf(['a'], { limit: 2 })
    expect(first.items).toMatchObject([
      { _id: 'f4', sealed: false },
      { _id: 'f2', sealed: true, by: 'account-1', fields: ['phone'] },
    ])
    expect(Object.keys(first.items[0] ?? {})).not.toContain('listKey')
    const { items, next } = await listFactsOf(['a'], { limit: 2, after: first.next })
    expect(items.map(({ _id }) => _id)).toEqual(['f1'])
    expect(next).toBeUndefined()
    const here = await listFactsBy('c-1', { limit: 5 })
    expect(here.items.map(({ _id }) => _id)).toEqual(['f4', 'f3', 'f1'])
  })
})

describe('tampering with the database is found', () => {
  const blockOf = async (n: number) =>
    (await allOf<BlockDoc>(cloud, 'auditChain')).find((block) => block.n === n)!
  const entriesOf = async (n: number, change: (entries: BlockDoc['entries']) => void) => {
    const { _id, entries } = await blockOf(n)
    change(entries)
    await changeDoc(cloud, 'auditChain', _id, { entries: cloudSdk.database().command.set(entries) })
  }

  const CASES: [string, ProblemKind, object, () => Promise<unknown>][] = [
    [
      'a fact altered',
      'altered',
      { seq: 2 },
      () => changeDoc(cloud, 'auditFacts', 'c-1-f1', { by: 'x' }),
    ],
    [
      'a fact moved to another chain',
      'altered',
      { seq: 2 },
      () => changeDoc(cloud, 'auditFacts', 'c-1-f1', { chain: 'c-2' }),
    ],
    ['a fact removed', 'removed', { seq: 3, fact: 'c-1-f2' }, () => remove('auditFacts', 'c-1-f2')],
    [
      'an entry removed',
      'removed',
      { seq: 2, fact: 'c-1-f1' },
      () => entriesOf(1, (all) => all.splice(1, 1)),
    ],
    [
      'entries that changed places',
      'reordered',
      { seq: 1 },
      () => entriesOf(1, (all) => all.reverse()),
    ],
    [
      'an entry put in',
      'inserted',
      { seq: 4 },
      () => entriesOf(1, (all) => all.push({ seq: 4, fact: 'x', hash: 'x' })),
    ],
    [
      'a block removed',
      'block missing',
      { block: 'c-1:00000001' },
      () => remove('auditChain', 'c-1:00000001'),
    ],
    [
      'a fact hidden from the ticker',
      'unsealed',
      { fact: 'hidden' },
      () => addFacts(cloud, [{ ...waitingFact('hidden', 'c-1', now - HOUR), waiting: false }]),
    ],
    [
      'a head altered',
      'head',
      { seq: 5 },
      () => changeDoc(cloud, 'auditHeads', `c-1:${dayOf(now)}`, { hash: 'f'.repeat(64) }),
    ],
  ]
  test.each(CASES)('%s: %s', async (_what, kind, more, tamper) => {
    await record('c-1', 0, 3)
    await tick()
    await record('c-1', 3, 2)
    await tick()
    expect(await verdicts(cloud, now)).toMatchObject([{ ok: true, entries: 5 }])
    await tamper()
    const [verdict] = await verdicts(cloud, now)
    expect(verdict).toMatchObject({ ok: false, problem: { chain: 'c-1', kind, ...more } })
  })
})

describe('npm run audit:verify', () => {
  const run = promisify(execFile)
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'linli-audit-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  /** Exit code and output, at the clock of the test's cloud. */
  async function verify(...args: string[]) {
    const words = [inRepo('config/run.cjs'), 'audit-verify', '--now', new Date(now).toISOString()]
    try {
      return { code: 0, ...(await run(process.execPath, [...words, ...args])) }
    } catch (error) {
      return error as { code: number; stdout: string; stderr: string }
    }
  }

  test('finds a chain that was sealed anew by heads written down before', async () => {
    await record('c-1', 0, 3)
    await tick()
    const printed = await verify('--url', cloud.url, '--print-heads')
    expect(printed).toMatchObject({ code: 0 })
    expect(printed.stderr).toContain('c-1: ok, 3 entries in 1 blocks, 0 waiting')
    const heads = JSON.parse(printed.stdout) as Head[]
    expect(heads).toMatchObject([{ chain: 'c-1', count: 3 }])
    const file = join(folder, 'heads.json')
    const byHand = heads.map((head) => ({ ...head, hash: head.hash.slice(0, 16) }))
    writeFileSync(file, JSON.stringify(byHand))
    expect(await verify('--url', cloud.url, '--heads', file)).toMatchObject({ code: 0 })

    // Whoever runs the database changes a fact, seals all anew, and the head too.
    await changeDoc(cloud, 'auditFacts', 'c-1-f1', { by: 'somebody-else' })
    const facts = await allOf<FactDoc>(cloud, 'auditFacts')
    const [old] = await allOf<BlockDoc>(cloud, 'auditChain')
    const { _id, ...forged } = nextBlock(
      'c-1',
      { n: 0, seq: 0, at: 0, hash: old!.prev },
      facts,
      old!.at,
    )
    await changeDoc(cloud, 'auditChain', _id, {
      ...forged,
      entries: cloudSdk.database().command.set(forged.entries),
    })
    await changeDoc(cloud, 'auditHeads', `c-1:${dayOf(now)}`, { hash: forged.hash })
    expect(await verify('--url', cloud.url)).toMatchObject({ code: 0 })
    const found = await verify('--url', cloud.url, '--heads', file)
    expect(found.code).toBe(1)
    expect(found.stdout).toMatch(
      /^c-1: HEAD: the head of \d{4}-\d\d-\d\d, entry 3 is not what was published/,
    )

    writeFileSync(file, JSON.stringify([...byHand, { ...byHand[0], chain: 'c-9' }]))
    expect((await verify('--url', cloud.url, '--heads', file)).stdout).toMatch(/^c-9: HEAD/m)
  }, 60_000)

  test('reads the data of a stopped cloud, and says what it cannot read', async () => {
    const data = join(folder, 'data')
    const stopped = await startTestCloud({ seed: 'none', data })
    await addFacts(stopped, [waitingFact('f1', 'c-1', now), waitingFact('f2', 'c-1', now)])
    await stopped.advance(MINUTE)
    await changeDoc(stopped, 'auditFacts', 'f2', { whom: 'another' })
    await stopped.close()
    const found = await verify('--data', data)
    expect(found).toMatchObject({ code: 1 })
    expect(found.stdout).toBe(
      'c-1: ALTERED: entry 2, fact f2, block c-1:00000001 is not what was sealed\n',
    )
    const none = await verify('--data', join(folder, 'nothing'))
    expect(none).toMatchObject({ code: 1 })
    expect(none.stderr).toContain('There is no data in')
    expect((await verify()).stderr).toContain('Usage: npm run -s audit:verify')
  }, 60_000)
})
