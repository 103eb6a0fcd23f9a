import { afterEach, expect, test } from 'vitest'
import { startTestCloud, type TestCloud } from './cloud'
import { sdkDatabase } from './sdk'

let cloud: TestCloud
afterEach(() => cloud.close())

const start = async (latencyMs = 0) => {
  cloud = await startTestCloud({
    profile: 'wechat-basic',
    collections: { things: { indexes: [] } },
    latencyMs,
  })
}
const codes = (results: PromiseSettledResult<unknown>[]) =>
  results
    .filter(({ status }) => status === 'rejected')
    .map((result) => (result as any).reason.errCode)

test('a 21st invocation of a function at once is refused, not kept waiting', async () => {
  await start()
  const calls = (count: number, ms: number) =>
    Promise.all(
      Array.from({ length: count }, () => cloud.as('alice', 'probe', { op: 'sleep', ms })),
    )
  // Warm, so that all begin at once however long a start takes.
  const instances = async () => (await cloud.get('/stats')).functions[0]?.instances
  while ((await instances()) !== 20) await calls(20, 300)
  const replies = await calls(22, 500)
  const refused = replies.filter(({ errCode }) => errCode !== undefined)
  expect(refused).toHaveLength(2)
  expect(refused[0]).toMatchObject({
    errCode: -501004,
    errMsg: expect.stringContaining('exceed concurrent request limit'),
  })
  expect((await cloud.get('/stats')).maxOverlap).toBe(20)
  // Another function has its own twenty, and this one has room again.
  expect((await cloud.as('alice', 'edge', { a: 1, b: 1 })).result).toEqual({ sum: 2 })
  expect((await cloud.as('alice', 'probe', { op: 'nothing' })).errCode).toBeUndefined()
})

test('without the profile nothing is refused', async () => {
  cloud = await startTestCloud({ collections: { things: { indexes: [] } } })
  const things = sdkDatabase(cloud.url).collection('things')
  expect(codes(await Promise.allSettled(Array.from({ length: 60 }, () => things.count())))).toEqual(
    [],
  )
})

test('the 31st database request of a second is refused, and the next second begins anew', async () => {
  await start()
  const things = sdkDatabase(cloud.url).collection('things')
  const results = await Promise.allSettled(Array.from({ length: 40 }, () => things.count()))
  expect(codes(results)).toEqual(Array.from({ length: 10 }, () => -501003))
  await new Promise((resolve) => setTimeout(resolve, 1050))
  expect(codes(await Promise.allSettled([things.count()]))).toEqual([])
})

test('more than 20 database requests at the same time are refused', async () => {
  await start()
  const db = sdkDatabase(cloud.url)
  await db.collection('things').add({ data: { _id: 'x', n: 0 } })
  const transaction = await db.startTransaction()
  const change = { data: { n: db.command.inc(1) } }
  await transaction.collection('things').doc('x').update(change)
  // Each waits for the transaction's lock, on a connection of its own.
  const refused: number[] = []
  const waiting = Array.from({ length: 22 }, () =>
    db
      .collection('things')
      .doc('x')
      .update(change)
      .catch((error: { errCode: number }) => refused.push(error.errCode)),
  )
  await expect.poll(() => refused).toEqual([-501004, -501004])
  await cloud.close()
  await Promise.all(waiting)
})

test('the day has 50,000 reads, and another day has its own', async () => {
  const { Quota, PROFILES } = await import('../src/quota')
  const { Clock } = await import('../src/clock')
  await start()
  // 23:59 in China.
  const clock = new Clock(Date.parse('2026-03-01T15:59:00Z'))
  const limits = {
    ...PROFILES['wechat-basic'],
    databaseRequestsPerSecond: Infinity,
    readsPerDay: 3,
    writesPerDay: 1,
    callsPerMonth: 2,
  }
  const quota = new Quota(limits, clock)
  const ask = (kind: 'read' | 'write') =>
    quota.database(kind, async () => 'ok').catch((error: any) => error.code)
  const answers = [await ask('read'), await ask('read'), await ask('read'), await ask('read')]
  expect(answers).toEqual(['ok', 'ok', 'ok', 'EXCEED_REQUEST_LIMIT'])
  expect([await ask('write'), await ask('write')]).toEqual(['ok', 'EXCEED_REQUEST_LIMIT'])
  expect([quota.call(), quota.call(), quota.call()?.errCode]).toEqual([
    undefined,
    undefined,
    -501003,
  ])
  clock.forwardTo(clock.now() + 61_000)
  expect([await ask('read'), await ask('write')]).toEqual(['ok', 'ok'])
  expect(quota.call()?.errCode).toBe(-501003)
  clock.forwardTo(Date.parse('2026-03-31T16:00:00Z'))
  expect(quota.call()).toBeUndefined()
})
