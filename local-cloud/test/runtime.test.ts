import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startTestCloud, type TestCloud } from './cloud'

let cloud: TestCloud

beforeEach(async () => {
  cloud = await startTestCloud({ collections: { things: { indexes: [] } }, env: { GIVEN: 'yes' } })
})
afterEach(() => cloud.close())

const probe = (op: string, event: object = {}, openid = 'alice') =>
  cloud.as(openid, 'probe', { op, ...event })

test('a function knows its caller, and nobody when nobody calls', async () => {
  expect((await probe('whoami')).result).toEqual({
    OPENID: 'alice',
    APPID: 'wx0000000000000000',
    ENV: 'local',
    SOURCE: 'wx_client',
  })
  const anonymous = await cloud.post('/call/probe', { op: 'whoami' })
  expect(anonymous.body.result.OPENID).toBeUndefined()
  expect((await probe('event')).result.userInfo).toEqual({
    appId: 'wx0000000000000000',
    openId: 'alice',
  })
})

test('two overlapping callers are never mixed', async () => {
  const names = Array.from({ length: 12 }, (_, i) => `caller-${i}`)
  const replies = await Promise.all(names.map((name) => probe('slowWhoami', { ms: 100 }, name)))
  expect(replies.map((reply) => reply.result)).toEqual(names.map((name) => [name, name]))
  const stats = await cloud.get('/stats')
  expect(stats.maxOverlap).toBe(12)
  expect(stats.functions[0]).toMatchObject({
    function: 'probe',
    calls: 12,
    maxOverlap: 12,
    coldStarts: 12,
  })
})

test('a call beyond the last instance waits in line', async () => {
  await cloud.close()
  cloud = await startTestCloud({ maxInstances: 2 })
  const replies = await Promise.all(
    ['a', 'b', 'c', 'd', 'e'].map((name) => probe('slowWhoami', { ms: 30 }, name)),
  )
  expect(replies.map((reply) => reply.result[0])).toEqual(['a', 'b', 'c', 'd', 'e'])
  expect((await cloud.get('/stats')).maxOverlap).toBe(2)
})

test('a function calls a function: the chain of sources grows, the caller stays', async () => {
  const { result } = await probe('call', { name: 'probe', data: { op: 'whoami' } })
  expect(result).toMatchObject({ OPENID: 'alice', SOURCE: 'wx_client,scf' })
  const missing = await probe('call', { name: 'nowhere', data: {} })
  expect(missing.result.message).toContain('FunctionName parameter could not be found')
  const thrown = await probe('call', { name: 'probe', data: { op: 'throws' } })
  expect(thrown.result.message).toContain(
    '-504002 functions execute fail | errMsg: TypeError: no such luck',
  )
})

test('errors have the codes of the real cloud', async () => {
  expect(await probe('throws')).toMatchObject({
    errCode: -504002,
    errMsg: expect.stringContaining('TypeError: no such luck'),
  })
  expect(await probe('rejects')).toMatchObject({
    errCode: -504002,
    errMsg: expect.stringContaining('rejected'),
  })
  expect(await cloud.as('alice', 'nowhere', {})).toMatchObject({
    errCode: -501000,
    errMsg: expect.stringContaining('FunctionName parameter could not be found'),
  })
  expect((await probe('nothing')).result).toBeNull()
})

test('a function that runs too long is ended at its time limit', async () => {
  const slow = probe('sleep', { ms: 60_000 })
  const endless = probe('forever')
  expect(await slow).toMatchObject({
    errCode: -504003,
    errMsg: expect.stringContaining('Invoking task timed out after 2 seconds'),
  })
  expect(await endless).toMatchObject({ errCode: -504003 })
  expect((await probe('whoami')).result.OPENID).toBe('alice')
})

test('a crash hurts only its own invocation', async () => {
  const others = ['a', 'b'].map((name) => probe('slowWhoami', { ms: 300 }, name))
  expect(await probe('exit')).toMatchObject({ errCode: -504002 })
  expect(await probe('killItself')).toMatchObject({ errCode: -504002 })
  expect(await probe('unhandled')).toMatchObject({
    errCode: -504002,
    errMsg: expect.stringContaining('nobody listens'),
  })
  expect((await Promise.all(others)).map((reply) => reply.result[0])).toEqual(['a', 'b'])
  expect((await probe('whoami')).result.OPENID).toBe('alice')
})

test('the old callback style works', async () => {
  expect((await cloud.as('alice', 'edge', { a: 1, b: 2 })).result).toEqual({ sum: 3 })
  expect(await cloud.as('alice', 'edge', { fail: true })).toMatchObject({
    errCode: -504002,
    errMsg: expect.stringContaining('said no'),
  })
})

test('context is what SCF gives; the environment of one instance stays there', async () => {
  expect((await probe('context')).result).toMatchObject({
    function_name: 'probe',
    time_limit_in_ms: 2000,
    namespace: 'local',
  })
  expect((await probe('env', { set: 'leaked' })).result).toEqual({ before: null, given: 'yes' })
  expect((await cloud.as('bob', 'edge', { a: 1, b: 1 })).result).toEqual({ sum: 2 })
  expect(process.env.LEAK).toBeUndefined()
})

test('logs are found by request id', async () => {
  const { requestID } = await probe('log', { text: 'hello' })
  const { lines } = await cloud.get(`/logs?requestId=${requestID ?? ''}`)
  expect(lines.map((line: any) => [line.level, line.text])).toEqual([
    ['log', 'said hello'],
    ['warn', "{ deep: { text: 'hello' } }"],
  ])
  expect(cloud.lines.some((line) => line.includes('said hello'))).toBe(true)
})

test('stats count requests, and the longest chain of those that follow one another', async () => {
  await probe('chain')
  const { calls } = await cloud.get('/stats/calls')
  expect(calls).toHaveLength(1)
  expect(calls[0]).toMatchObject({
    function: 'probe',
    op: 'chain',
    reads: 7,
    writes: 0,
    sequential: 5,
    outcome: 'ok',
  })
  const { operations } = await cloud.get('/stats')
  expect(operations).toContainEqual(
    expect.objectContaining({ op: 'chain', calls: 1, reads: 7, maxSequential: 5 }),
  )
  await cloud.post('/stats/reset')
  expect((await cloud.get('/stats')).operations).toEqual([])
})

test('what a function does after it has returned is done, counted and warned about', async () => {
  expect((await probe('late')).result).toBe('returned')
  await expect.poll(async () => (await cloud.get('/stats')).afterReturn).toBe(1)
  expect(cloud.lines.some((line) => line.includes('after the function had returned'))).toBe(true)
})

test('a document beyond the soft limits is warned about', async () => {
  await probe('crowd')
  expect(cloud.lines.some((line) => line.includes('members has 501 members'))).toBe(true)
  expect(cloud.lines.some((line) => /is \d+ KB as Extended JSON \(over 256 KB\)/.test(line))).toBe(
    true,
  )
})

test('latency is added to each request of the SDK, not shared', async () => {
  await cloud.close()
  cloud = await startTestCloud({ collections: { things: { indexes: [] } }, latencyMs: 150 })
  await probe('nothing')
  const started = performance.now()
  await probe('chain')
  const took = performance.now() - started
  expect(took).toBeGreaterThan(5 * 150)
  expect(took).toBeLessThan(7 * 150)
})

test('after a reload new calls run the new code, and a running call ends as it began', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'reload-'))
  const write = (says: string) => {
    mkdirSync(join(dir, 'say'), { recursive: true })
    writeFileSync(join(dir, 'say/package.json'), '{}')
    writeFileSync(
      join(dir, 'say/index.js'),
      `exports.main = async ({ ms = 0 }) => { await new Promise((r) => setTimeout(r, ms)); return '${says}' }`,
    )
  }
  write('old')
  const other = await startTestCloud({ functionsDir: dir })
  try {
    expect((await other.as('alice', 'say', {})).result).toBe('old')
    const running = other.as('alice', 'say', { ms: 300 })
    await new Promise((resolve) => setTimeout(resolve, 100))
    write('new')
    other.reload()
    expect((await other.as('alice', 'say', {})).result).toBe('new')
    expect((await running).result).toBe('old')
    expect((await other.as('alice', 'say', {})).result).toBe('new')
  } finally {
    await other.close()
    rmSync(dir, { recursive: true })
  }
})
