/**
 * `npm run bench:cloud -- [--largest N] [--rounds N]`: what the local cloud costs through the real
 * SDK and HTTP, as ratios within one run. Ends with 1 when a page out of the largest collection costs
 * over 1.2 times the page out of the smallest, or the cloud takes 1 GB.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runDirect, type Timings } from '../local-cloud/bench/direct.ts'
import { benchDocument, communitiesOf } from '../local-cloud/bench/documents.ts'
import { MemoryWatch } from '../local-cloud/bench/memory.ts'
import { startCloudProcess } from '../local-cloud/torture/cloud-process.ts'
import { BUILDS } from './builds.mts'
import { inRepo } from './paths.mts'
import { giveUp, sentenceOf, wholeNumber } from './say.mts'

const PAGE_RATIO = 1.2
const MEMORY_BYTES = 1e9
const INSTANCES = 16
const BATCH = 10_000
const FUNCTIONS = inRepo('local-cloud/test/fixtures/bench')
const INDEX = {
  name: 'place',
  keys: [
    ['communityId', 1],
    ['at', -1],
  ] as [string, 1 | -1][],
}

const given = parseArgs({
  options: {
    largest: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '300' },
  },
}).values
const largest = wholeNumber(given.largest, '--largest', 100_000, 10_000_000)
const rounds = wholeNumber(given.rounds, '--rounds', 50, 100_000)
const SIZES = { small: 10_000, middle: largest / 10, large: largest }

type Call = (event: object) => Promise<number[]>

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN

/** Fills the folder's collections, in this process, and gives it back. */
async function fill(data: string): Promise<void> {
  const { startLocalCloud } = await import('wx-local-cloud')
  const began = Date.now()
  const cloud = await startLocalCloud({
    functionsDir: FUNCTIONS,
    port: 0,
    data,
    collections: Object.fromEntries(
      [...Object.keys(SIZES), 'written'].map((name) => [name, { indexes: [INDEX] }]),
    ),
    seed: (db) => {
      for (const [name, total] of Object.entries(SIZES))
        for (let from = 0; from < total; from += BATCH) {
          const length = Math.min(BATCH, total - from)
          db.insertMany(
            name,
            Array.from({ length }, (_, i) => benchDocument(from + i, total)),
          )
        }
    },
  })
  await cloud.close()
  const documents = Object.values(SIZES).reduce((sum, one) => sum + one)
  const seconds = (Date.now() - began) / 1_000
  console.log(
    `${documents} documents written in ${seconds.toFixed(0)} s (${((seconds / documents) * 1e6).toFixed(0)} µs each)\n`,
  )
}

/** One thing at a time, through one instance. */
async function single(call: Call): Promise<Timings> {
  const ids = Array.from({ length: 500 }, (_, i) => `document-${i * 7}`)
  const docs = Array.from({ length: 50 }, (_, i) => {
    const { _id, ...rest } = benchDocument(i, 10_000)
    return rest
  })
  const communities = communitiesOf(SIZES.small, 50)
  return {
    insert: await call({ op: 'insert', n: rounds, docs }),
    query: await call({ op: 'query', n: rounds, name: 'small', communities }),
    update: await call({ op: 'update', n: rounds, ids }),
    transaction: await call({ op: 'transaction', n: rounds, ids }),
  }
}

/** Pages a second of so many instances at once. */
async function pagesPerSecond(call: Call, instances: number): Promise<number> {
  const communities = communitiesOf(SIZES.small, 50)
  const work = { op: 'query', n: rounds, name: 'small', communities }
  const began = performance.now()
  await Promise.all(Array.from({ length: instances }, () => call(work)))
  return (instances * rounds) / ((performance.now() - began) / 1_000)
}

/**
 * The median page of each collection, in ms. Taken in turns, so that whatever else the machine does
 * strikes all alike. `spread` pages are asked for in turn: 1 is the same page each time; the smallest
 * collection has a hundred.
 */
async function pages(call: Call, spread: number): Promise<Record<string, number>> {
  const ms: Record<string, number[]> = {}
  const slices = 20
  for (let slice = 0; slice < slices; slice++)
    for (const [name, total] of Object.entries(SIZES)) {
      const all = communitiesOf(total, spread)
      const n = Math.ceil((rounds * 2) / slices)
      const from = (slice * n) % all.length
      const communities = [...all.slice(from), ...all.slice(0, from)]
      ;(ms[name] ??= []).push(...(await call({ op: 'query', n, name, communities })))
    }
  return Object.fromEntries(Object.entries(ms).map(([name, values]) => [name, median(values)]))
}

async function bench(folder: string): Promise<string[]> {
  const data = join(folder, 'data')
  await fill(data)
  const args = ['--functions', FUNCTIONS, '--data', data]
  const cloud = startCloudProcess(inRepo('local-cloud/dist/cli.js'), args)
  const failures: string[] = []
  try {
    const url = await cloud.ready
    const memory = new MemoryWatch(cloud.pid)
    const call: Call = async (event) => {
      const response = await fetch(`${url}/call/bench`, {
        method: 'POST',
        body: JSON.stringify(event),
      })
      const reply = (await response.json()) as { result?: number[]; errMsg?: string }
      if (reply.result === undefined) throw new Error(reply.errMsg)
      return reply.result
    }
    await single(call) // Warm: the first calls load the SDK and compile.
    const [through, direct] = [await single(call), runDirect(folder, SIZES.small, rounds)]
    console.table(
      Object.fromEntries(
        Object.entries(through).map(([name, ms]) => {
          const [cloudMs, sqliteMs] = [median(ms), median(direct[name as keyof Timings])]
          return [
            name,
            {
              'cloud ms': +cloudMs.toFixed(3),
              'SQLite ms': +sqliteMs.toFixed(3),
              ratio: +(cloudMs / sqliteMs).toFixed(1),
            },
          ]
        }),
      ),
    )
    const same = await pages(call, 1)
    const spread = await pages(call, rounds * 2)
    console.table({ 'the same page, ms': round(same), 'another page each time, ms': round(spread) })
    const [sameRatio, spreadRatio] = [growth(same), growth(spread)]
    console.log(
      `at ${SIZES.large}, against ${SIZES.small}: the same page ${sameRatio.toFixed(2)} times, another each time ${spreadRatio.toFixed(2)} times`,
    )
    // The other ratio compares documents in memory with documents read and parsed: told, not held to.
    if (!(sameRatio <= PAGE_RATIO))
      failures.push(`the same page costs ${sameRatio.toFixed(2)} times`)
    const scanMs = median(await call({ op: 'scan', name: 'large' }))
    console.log(`a query without an index over ${SIZES.large}: ${(scanMs / 1_000).toFixed(1)} s`)
    // Instances are counted apart: each is a process with an SDK of its own, whatever the data.
    const alone = await memory.look()
    const largestAlone = memory.largest
    await pagesPerSecond(call, INSTANCES)
    const [one, many] = [await pagesPerSecond(call, 1), await pagesPerSecond(call, INSTANCES)]
    console.log(
      `${INSTANCES} instances: ${many.toFixed(0)} pages a second, ${(many / one).toFixed(2)} times one's ${one.toFixed(0)}`,
    )
    const [all, instances] = [await memory.look(), await memory.children()]
    memory.stop()
    console.log(
      `memory: ${mb(alone)} MB with one instance (at most ${mb(largestAlone)}), ${mb(all)} MB with ${INSTANCES}, which hold ${mb(instances)} MB themselves`,
    )
    if (largestAlone >= MEMORY_BYTES) failures.push(`memory rose to ${mb(largestAlone)} MB`)
  } finally {
    cloud.kill()
    await cloud.exit
  }
  return failures
}

const growth = (ms: Record<string, number>): number => (ms.large ?? NaN) / (ms.small ?? NaN)
const mb = (bytes: number): string => (bytes / 1e6).toFixed(0)
const round = (ms: Record<string, number>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(ms).map(([name, value]) => [
      String(SIZES[name as keyof typeof SIZES]),
      +value.toFixed(3),
    ]),
  )

const folder = mkdtempSync(join(tmpdir(), 'linli-bench-'))
try {
  await BUILDS['local cloud']()
  const failures = await bench(folder)
  for (const failure of failures) console.error(`Too much: ${failure}.`)
  process.exitCode = failures.length === 0 ? 0 : 1
} catch (error) {
  rmSync(folder, { recursive: true, force: true })
  giveUp(sentenceOf(error))
}
rmSync(folder, { recursive: true, force: true })
