import { afterEach, beforeEach, expect, test } from 'vitest'
import { startTestCloud, type TestCloud } from './cloud'

let cloud: TestCloud

beforeEach(async () => {
  cloud = await startTestCloud({
    seed: (db) =>
      db.insertMany('accounts', [
        { _id: 'a', amount: 100 },
        { _id: 'b', amount: 0 },
      ]),
  })
})
afterEach(() => cloud.close())

const bank = (op: string, event: object = {}) => cloud.as('alice', 'bank', { op, ...event })
const amount = async (id: string) => (await bank('read', { id })).result.amount as number

test('a transaction sees its snapshot and its own writes, and leaves nothing when rolled back', async () => {
  const { result } = await bank('views')
  expect(result).toEqual({
    before: 100,
    other: 0,
    mine: 107,
    found: ['a'],
    outside: 100,
    fresh: 0,
    after: 100,
  })
  expect(await amount('b')).toBe(500)
})

test('the first writer wins: the other is told of the conflict and is gone', async () => {
  const { result } = await bank('conflict')
  expect(result.code).toContain('Transaction is conflict, maybe resource operated by others')
  expect(result.late).toContain('Transaction does not exist on the server')
  expect(result.amount).toBe(1)
})

test('a document changed since the snapshot may not be written', async () => {
  const { result, errMsg } = await bank('stale')
  expect(errMsg).toBeUndefined()
  expect(result).toContain('TransactionConflict')
  expect(await amount('a')).toBe(9)
})

test('racing transfers lose nothing: wx-server-sdk reports the conflict to the function', async () => {
  // Cold instances begin one after another: the pause is longer than that takes.
  const race = { from: 'a', to: 'b', amount: 10, pause: 2_500 }
  const replies = await Promise.all([1, 2, 3, 4].map(() => bank('transfer', race)))
  const done = replies.filter((reply) => reply.result)
  const lost = replies.filter((reply) => reply.errMsg?.includes('TransactionConflict'))
  expect(done.length).toBeGreaterThan(0)
  expect(lost.length).toBeGreaterThan(0)
  expect(done.length + lost.length).toBe(4)
  expect(await amount('a')).toBe(100 - 10 * done.length)
  expect(await amount('b')).toBe(10 * done.length)
})

test('the retry of @cloudbase/node-sdk works on the conflict', async () => {
  const race = { from: 'a', to: 'b', amount: 10, pause: 400 }
  // Two warm instances begin together however busy the machine is.
  await Promise.all([1, 2].map((n) => bank('transferBelow', { ...race, from: n, amount: 0 })))
  const replies = await Promise.all([1, 2].map(() => bank('transferBelow', race)))
  // The loser may lose to the winner's commit once more before it gets through.
  const attempts = replies.map((reply): number => reply.result?.attempts).sort()
  expect(attempts[0]).toBe(1)
  expect(attempts[1]).toBeGreaterThan(1)
  expect(await amount('a')).toBe(80)
  expect(await amount('b')).toBe(20)
})

test("twenty count up one counter: the SDK's own repeating works once it is given the code back", async () => {
  const replies = await Promise.all(
    Array.from({ length: 20 }, () => bank('countUp', { times: 1000, handBack: true })),
  )
  expect(replies.filter(({ result }) => result === undefined)).toEqual([])
  expect(await amount('a')).toBe(120)
  expect(replies.some(({ result }) => result.attempts > 1)).toBe(true)
}, 60_000)

test('twenty count up one counter without repeating: it stands at those that succeeded', async () => {
  const replies = await Promise.all(
    Array.from({ length: 20 }, () => bank('countUp', { times: 3, pause: 400 })),
  )
  const lost = replies.filter(({ errMsg }) => errMsg?.includes('TransactionConflict'))
  const done = replies.filter(({ result }) => result?.attempts === 1)
  expect(lost.length).toBeGreaterThan(0)
  expect(done.length + lost.length).toBe(20)
  expect(await amount('a')).toBe(100 + done.length)
}, 60_000)

test('a plain write waits for the transaction that holds its document', async () => {
  await bank('read', { id: 'a' })
  const held = bank('hold', { ms: 300 })
  await new Promise((resolve) => setTimeout(resolve, 150))
  const started = performance.now()
  const plain = await cloud.as('bob', 'bank', { op: 'plain', id: 'a', amount: 12 })
  expect(performance.now() - started).toBeGreaterThan(100)
  expect(plain.result).toEqual({ updated: 1 })
  expect((await held).errCode).toBeUndefined()
  expect(await amount('a')).toBe(12)
})

test('where().update escapes a transaction, and the log says so', async () => {
  expect((await bank('escape')).result).toBe(77)
  expect(cloud.lines.some((line) => line.includes('without the transaction that is open'))).toBe(
    true,
  )
})

test('the transaction of a killed instance is aborted at once', async () => {
  await cloud.post('/faults', { op: 'transfer', action: 'commitTransaction', mode: 'kill' })
  const killed = await bank('transfer', { from: 'a', to: 'b', amount: 10 })
  expect(killed.errCode).toBe(-504002)
  const started = performance.now()
  expect((await bank('transfer', { from: 'a', to: 'b', amount: 10 })).result).toEqual({
    attempts: 1,
  })
  expect(performance.now() - started).toBeLessThan(8_000)
  expect(await amount('a')).toBe(90)
})
