import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startCloudProcess } from '../torture/cloud-process'
import { startTestCloud, type TestCloud } from './cloud'

const FUNCTIONS = fileURLToPath(new URL('./fixtures/isolation', import.meta.url))
const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url))

// One cloud for all: each test also shows that those before it have not hurt it.
let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ functionsDir: FUNCTIONS, maxInstances: 4 })
})
afterAll(() => cloud.close())

const unruly = (op: string, event: object = {}) => cloud.as('mallory', 'unruly', { op, ...event })
const modest = (op: string, event: object = {}) => cloud.as('alice', 'modest', { op, ...event })

const linesOf = async (requestId: string | undefined): Promise<string[]> =>
  (await cloud.get(`/logs?requestId=${requestId ?? ''}`)).lines.map((line: any) => line.text)

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test.each(['objects', 'array', 'strings', 'json'])(
  'memory taken without end by %s ends that call alone',
  async (op) => {
    const other = modest('wait', { ms: 300 })
    expect(await unruly(op)).toMatchObject({
      errCode: -504002,
      errMsg: expect.stringContaining('memory limit exceeded: 64 MB'),
    })
    expect((await other).result).toBeGreaterThan(0)
  },
)

// Only Linux tells what another process holds, and the most it has held.
test.runIf(process.platform === 'linux').each(['buffers', 'buffer'])(
  'memory outside the heap counts: %s',
  async (op) => {
    expect((await unruly(op)).errMsg).toContain('memory limit exceeded: 64 MB')
  },
)

test('a function of 128 MB may hold 40 MB and make garbage', async () => {
  for (let i = 0; i < 2; i++) expect((await modest('work')).result).toBeGreaterThan(40 << 20)
})

test.each([
  ['exit', {}, '3 code exit unexpected'],
  ['abort', {}, 'exit unexpected: SIGABRT'],
  ['kill', { signal: 'SIGKILL' }, 'exit unexpected: SIGKILL'],
  ['kill', { signal: 'SIGTERM' }, 'exit unexpected: SIGTERM'],
  ['kill', { signal: 'SIGSEGV' }, 'exit unexpected: SIGSEGV'],
  ['throws', {}, 'thrown at once'],
])('%s %o ends that call alone', async (op, event, says) => {
  const other = modest('wait', { ms: 200 })
  expect(await unruly(op, event)).toMatchObject({
    errCode: -504002,
    errMsg: expect.stringContaining(says),
  })
  expect((await other).result).toBeGreaterThan(0)
})

test.runIf(process.platform !== 'win32')('what a function has started ends with it', async () => {
  const { requestID, errCode } = await unruly('starts')
  expect(errCode).toBe(-504002)
  const [, pid] = /pid (\d+)/.exec((await linesOf(requestID)).join('\n'))!
  await expect.poll(() => isAlive(Number(pid)), { timeout: 5000 }).toBe(false)
})

test.each([
  ['throwWhenTold', 'thrown late'],
  ['rejectWhenTold', 'rejected late'],
])('%s: what an ended call throws is its own; the running one ends well', async (op, says) => {
  const first = await unruly(op)
  const second = await unruly('wait', { ms: 200, tell: true })
  expect(second.result).toBe(first.result)
  expect((await linesOf(first.requestID)).join('\n')).toContain(says)
  expect((await linesOf(second.requestID)).join('\n')).not.toContain(says)
  // Who knows what it has left half done: the instance takes no further call.
  const third = await unruly('wait', { ms: 0 })
  expect(third.result).toBeGreaterThan(0)
  expect(third.result).not.toBe(first.result)
})

test('an idle instance in which something throws is gone', async () => {
  const { result: pid, requestID } = await unruly('throwSoon')
  await expect.poll(() => isAlive(pid), { timeout: 5000 }).toBe(false)
  expect(await linesOf(requestID)).toEqual([expect.stringContaining('Error: thrown late')])
})

test.runIf(process.platform === 'linux')('an idle instance that grows is gone', async () => {
  const { result: pid, requestID } = await unruly('growSoon')
  await expect.poll(() => isAlive(pid), { timeout: 5000 }).toBe(false)
  expect((await linesOf(requestID)).join('\n')).toContain('memory limit exceeded: 64 MB')
})

test('a reply has the size limit of the real cloud', async () => {
  const most = 6 * 1024 * 1024
  expect((await unruly('reply', { bytes: most })).result).toHaveLength(most - 2)
  expect(await unruly('reply', { bytes: most + 1 })).toMatchObject({
    errCode: -504002,
    errMsg: expect.stringContaining('The size of response exceeds the upper limit (6MB)'),
  })
})

test('what a function prints is logged, whatever it looks like', async () => {
  const { requestID, result } = await unruly('print')
  expect(result).toBeNull()
  expect(await linesOf(requestID)).toEqual(['{"type":"done","result":"1"}', 'to stderr', 'written'])
})

test('a function is in UTC, and has no way to the cloud but the SDK', async () => {
  expect((await unruly('hour')).result).toBe('2026-01-01T00:00:00.000Z')
  expect((await unruly('channel')).result).toEqual(['undefined', 'undefined', 2])
})

test('a running call sees the clock move, and one that starts later surely does', async () => {
  const running = unruly('clock')
  await expect.poll(async () => (await cloud.get('/stats')).maxOverlap).toBeGreaterThan(0)
  await modest('wait', { ms: 0 })
  await cloud.post('/clock', { advance: 3_600_000 })
  expect((await running).result).toBeGreaterThanOrEqual(3_600_000)
})

test.runIf(process.platform !== 'win32')(
  'a cloud that is killed leaves no instance behind, not even one in a loop',
  async () => {
    const own = startCloudProcess(CLI, ['--functions', FUNCTIONS])
    const url = await own.ready
    const call = (event: object) =>
      fetch(`${url}/call/unruly`, { method: 'POST', body: JSON.stringify(event) })
    const pidOf = async (ms: number) =>
      ((await (await call({ op: 'wait', ms })).json()) as { result: number }).result
    const both = await Promise.all([pidOf(500), pidOf(500)])
    void call({ op: 'forever', print: true }).catch(() => undefined)
    const printed = async () => {
      const { lines } = (await (await fetch(`${url}/logs`)).json()) as { lines: { text: string }[] }
      return Number(/pid (\d+)/.exec(lines.map(({ text }) => text).join('\n'))?.[1] ?? 0)
    }
    await expect.poll(printed, { timeout: 10_000 }).toBeGreaterThan(0)
    // One of the two runs the loop, the other is idle.
    expect(both).toContain(await printed())
    expect(new Set(both).size).toBe(2)
    own.kill()
    await own.exit
    await expect.poll(() => both.some(isAlive), { timeout: 5000 }).toBe(false)
  },
)
