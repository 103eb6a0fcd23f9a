import { afterEach, beforeEach, expect, test } from 'vitest'
import { admin, rawDatabase } from './admin'
import { startTestCloud, type TestCloud } from './cloud'

// `transactionConflicts: 'commit'`: the loser goes on alone, and its commit says the conflict in the
// form that runTransaction of wx-server-sdk repeats on.

let cloud: TestCloud
let accounts: ReturnType<typeof rawDatabase>

beforeEach(async () => {
  cloud = await startTestCloud({
    transactionConflicts: 'commit',
    collections: { accounts: { indexes: [{ name: 'name', keys: [['name', 1]], unique: true }] } },
    seed: (db) =>
      db.insertMany('accounts', [
        { _id: 'a', name: 'a', amount: 100 },
        { _id: 'b', name: 'b', amount: 0 },
      ]),
  })
  accounts = rawDatabase(cloud.url, 'accounts')
})
afterEach(() => cloud.close())

const bank = (op: string, event: object = {}) => cloud.as('alice', 'bank', { op, ...event })
const start = async (): Promise<string> =>
  (await admin(cloud.url, { action: 'database.startTransaction' })).transactionId
const end = (how: 'commit' | 'abort', transactionId: string) =>
  admin(cloud.url, { action: `database.${how}Transaction`, transactionId })
const add = (id: string, by: number, transactionId: string) =>
  accounts.update({ _id: id }, { $inc: { amount: by } }, { transactionId })
const amounts = async () =>
  ((await accounts.find({}, { order: '{"_id":1}' })) as any[]).map(({ amount }) => amount)

test('twenty count up one counter, repeated by wx-server-sdk alone: exactly twenty more', async () => {
  const replies = await Promise.all(
    Array.from({ length: 20 }, () => bank('countUp', { times: 25 })),
  )
  expect(replies.filter(({ result }) => result === undefined)).toEqual([])
  expect((await amounts())[0]).toBe(120)
}, 60_000)

test('two race with the three times the SDK tries by itself: both get through', async () => {
  await Promise.all([bank('read', { id: 'a' }), bank('read', { id: 'a' })])
  const replies = await Promise.all([1, 2].map(() => bank('countUp', { pause: 400 })))
  expect(replies.map(({ result }) => result.attempts).sort()).toEqual([1, 2])
  expect((await amounts())[0]).toBe(102)
})

test('the loser sees its own writes, holds nothing, and leaves no trace', async () => {
  const [first, second] = [await start(), await start()]
  await add('b', 5, second)
  await add('a', 1, first)
  expect((await add('a', 2, second)).data.updated).toBe(1)
  expect(await accounts.find({ _id: 'a' }, { transactionId: second })).toMatchObject([
    { amount: 102 },
  ])
  // What it held before is free: a plain write does not wait.
  expect((await accounts.update({ _id: 'b' }, { $inc: { amount: 1 } })).data.updated).toBe(1)
  const committed = end('commit', second)
  await end('commit', first)
  expect((await committed).code).toBe('DATABASE_TRANSACTION_CONFLICT')
  expect((await end('commit', second)).code).toBe('DATABASE_TRANSACTION_FAIL')
  expect(await amounts()).toEqual([101, 1])
})

test('two that want what the other holds do not wait for each other', async () => {
  const [first, second] = [await start(), await start()]
  await add('a', 1, first)
  await add('b', 1, second)
  await add('b', 1, first)
  await add('a', 1, second)
  const [one, two] = await Promise.all([end('commit', first), end('commit', second)])
  expect([one.code, two.code]).toEqual(['DATABASE_TRANSACTION_CONFLICT', undefined])
  expect(await amounts()).toEqual([101, 1])
})

test('of two that take one unique key the second loses at commit', async () => {
  const [first, second] = [await start(), await start()]
  const insert = (id: string, transactionId: string) =>
    accounts.send('insertDocument', { data: [`{"_id":"${id}","name":"n"}`], transactionId })
  await insert('c', first)
  expect((await insert('d', second)).code).toBeUndefined()
  await end('commit', first)
  expect((await end('commit', second)).code).toBe('DATABASE_TRANSACTION_CONFLICT')
  expect(await accounts.find({ name: 'n' })).toHaveLength(1)
})
