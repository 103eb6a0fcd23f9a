import { afterEach, beforeEach, expect, test } from 'vitest'
import { admin, rawDatabase } from './admin'
import { startTestCloud, type TestCloud } from './cloud'

// What a transaction allows, refuses and leaves behind, on the wire and with instances that die.

let cloud: TestCloud
let accounts: ReturnType<typeof rawDatabase>

beforeEach(async () => {
  cloud = await startTestCloud({
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

const start = async (): Promise<string> =>
  (await admin(cloud.url, { action: 'database.startTransaction' })).transactionId
const end = (how: 'commit' | 'abort', transactionId: string) =>
  admin(cloud.url, { action: `database.${how}Transaction`, transactionId })
const bank = (op: string, event: object = {}) => cloud.as('alice', 'bank', { op, ...event })
const all = () => accounts.find({}, { order: '{"_id":1}' }) as Promise<any[]>

test('add, get, set, update, remove and updateAndReturn are allowed, and seen by itself alone', async () => {
  const transactionId = await start()
  const inside = { transactionId }
  await accounts.send('insertDocument', { data: ['{"_id":"c","name":"c","amount":1}'], ...inside })
  await accounts.update({ _id: 'a' }, { $inc: { amount: 1 } }, inside)
  await accounts.update(
    { _id: 'b' },
    { name: 'b', whole: true },
    { merge: false, upsert: true, multi: false, ...inside },
  )
  const returned = await accounts.send('modifyAndReturnDoc', {
    query: '{"_id":"c"}',
    data: '{"$inc":{"amount":{"$numberInt":"4"}}}',
    ...inside,
  })
  expect(JSON.parse(returned.data.doc).amount).toEqual({ $numberInt: '5' })
  expect(await accounts.find({ amount: { $gt: 4 } }, inside)).toHaveLength(2)
  expect(await accounts.find({ _id: 'b' }, inside)).toEqual([{ _id: 'b', name: 'b', whole: true }])
  expect(await all()).toEqual([
    { _id: 'a', name: 'a', amount: 100 },
    { _id: 'b', name: 'b', amount: 0 },
  ])
  expect(
    (await accounts.send('removeDocument', { query: '{"_id":"a"}', ...inside })).data.deleted,
  ).toBe(1)
  expect(await accounts.find({ _id: 'a' }, inside)).toEqual([])
  await end('commit', transactionId)
  expect(await all()).toEqual([
    { _id: 'b', name: 'b', whole: true },
    { _id: 'c', name: 'c', amount: 5 },
  ])
})

test('a taken _id is refused inside too, and ends the transaction, as MongoDB ends it', async () => {
  const transactionId = await start()
  await accounts.update({ _id: 'b' }, { $set: { amount: 5 } }, { transactionId })
  const again = await accounts.send('insertDocument', { data: ['{"_id":"a"}'], transactionId })
  expect(again).toMatchObject({
    code: 'DATABASE_REQUEST_FAILED',
    message: expect.stringContaining('E11000'),
  })
  expect((await end('commit', transactionId)).code).toBe('DATABASE_TRANSACTION_FAIL')
  expect((await all())[1].amount).toBe(0)
})

test('two that add the same _id: the second is told of the conflict', async () => {
  const [first, second] = [await start(), await start()]
  const add = (transactionId: string) =>
    accounts.send('insertDocument', { data: ['{"_id":"n","name":"n"}'], transactionId })
  expect((await add(first)).data.insertedIds).toEqual(['n'])
  expect((await add(second)).code).toBe('DATABASE_TRANSACTION_CONFLICT')
  await end('commit', first)
  expect(await accounts.find({ _id: 'n' })).toHaveLength(1)
})

const insert = (doc: object, transactionId: string) =>
  accounts.send('insertDocument', { data: [JSON.stringify(doc)], transactionId })
const rename = (id: string, name: string, transactionId: string) =>
  accounts.update({ _id: id }, { $set: { name } }, { transactionId })
const duplicate = {
  code: 'DATABASE_REQUEST_FAILED',
  message: expect.stringContaining('E11000 duplicate key error collection: tnt-local.accounts'),
}

test('a taken key of a unique index is refused at the write, and nothing of the transaction is kept', async () => {
  const transactionId = await start()
  await accounts.update({ _id: 'b' }, { $set: { amount: 7 } }, { transactionId })
  expect(await insert({ _id: 'c', name: 'a' }, transactionId)).toMatchObject(duplicate)
  expect((await end('commit', transactionId)).code).toBe('DATABASE_TRANSACTION_FAIL')
  expect(await all()).toEqual([
    { _id: 'a', name: 'a', amount: 100 },
    { _id: 'b', name: 'b', amount: 0 },
  ])
})

test('a key that the transaction itself has taken is taken; one that it has freed is free', async () => {
  const own = await start()
  await insert({ _id: 'c', name: 'c' }, own)
  expect(await insert({ _id: 'd', name: 'c' }, own)).toMatchObject(duplicate)
  const kept = await start()
  await accounts.update({ _id: 'a' }, { $set: { amount: 1 } }, { transactionId: kept })
  expect(await rename('b', 'a', kept)).toMatchObject(duplicate)

  const swap = await start()
  await rename('a', 'free', swap)
  await rename('b', 'a', swap)
  await rename('a', 'b', swap)
  await accounts.send('removeDocument', { query: '{"_id":"b"}', transactionId: swap })
  await insert({ _id: 'e', name: 'a' }, swap)
  expect((await end('commit', swap)).code).toBeUndefined()
  expect((await all()).map(({ _id, name }) => [_id, name])).toEqual([
    ['a', 'b'],
    ['e', 'a'],
  ])
  expect(await accounts.insert({ _id: 'f', name: 'a' })).toMatchObject(duplicate)
  expect((await accounts.insert({ _id: 'f', name: 'free' })).code).toBeUndefined()
})

test('two that take one unique key: the second is told of the conflict, with other ids too', async () => {
  const [first, second, third] = [await start(), await start(), await start()]
  expect((await insert({ _id: 'c', name: 'n' }, first)).data.insertedIds).toEqual(['c'])
  expect((await insert({ _id: 'd', name: 'n' }, second)).code).toBe('DATABASE_TRANSACTION_CONFLICT')
  await accounts.find({}, { transactionId: third })
  await end('commit', first)
  // Taken since the snapshot: not seen as a duplicate, and not to be overtaken either.
  expect((await rename('b', 'n', third)).code).toBe('DATABASE_TRANSACTION_CONFLICT')
  expect(await accounts.find({ name: 'n' })).toHaveLength(1)
})

test('a key that another has freed since the snapshot, or is freeing, is a conflict', async () => {
  const [first, second, third] = [await start(), await start(), await start()]
  await rename('a', 'else', first)
  expect((await insert({ _id: 'c', name: 'a' }, second)).code).toBe('DATABASE_TRANSACTION_CONFLICT')
  await accounts.find({}, { transactionId: third })
  await end('commit', first)
  expect((await insert({ _id: 'd', name: 'a' }, third)).code).toBe('DATABASE_TRANSACTION_CONFLICT')
  expect((await accounts.insert({ _id: 'e', name: 'a' })).code).toBeUndefined()
})

test('a plain write waits for the transaction that took its unique key', async () => {
  const transactionId = await start()
  await insert({ _id: 'c', name: 'n' }, transactionId)
  const plain = accounts.insert({ _id: 'd', name: 'n' })
  const early = await Promise.race([plain, new Promise((done) => setTimeout(done, 150, 'waits'))])
  expect(early).toBe('waits')
  await end('commit', transactionId)
  expect(await plain).toMatchObject(duplicate)
})

test('a thousand documents with a unique key in one transaction take no second', async () => {
  const transactionId = await start()
  const docs = Array.from({ length: 1000 }, (_, i) => `{"_id":"n${i}","name":"n${i}"}`)
  const started = performance.now()
  await accounts.send('insertDocument', { data: docs, transactionId })
  await end('commit', transactionId)
  expect(performance.now() - started).toBeLessThan(1000)
  expect(await all()).toHaveLength(100)
})

test('what an index cannot hold is refused at the write', async () => {
  const indexed = await startTestCloud({
    collections: { places: { indexes: [{ name: 'at', keys: [['at', '2dsphere']] }] } },
  })
  const places = rawDatabase(indexed.url, 'places')
  const { transactionId } = await admin(indexed.url, { action: 'database.startTransaction' })
  const reply = await places.send('insertDocument', { data: ['{"at":"nowhere"}'], transactionId })
  expect(reply.message).toContain("Can't extract geo keys")
  await indexed.close()
})

test('writes to different documents do not conflict; a removal does', async () => {
  const [first, second] = [await start(), await start()]
  expect(
    (await accounts.update({ _id: 'a' }, { $inc: { amount: 1 } }, { transactionId: first })).data
      .updated,
  ).toBe(1)
  expect(
    (await accounts.update({ _id: 'b' }, { $inc: { amount: 1 } }, { transactionId: second })).data
      .updated,
  ).toBe(1)
  expect(
    await accounts.send('removeDocument', { query: '{"_id":"a"}', transactionId: second }),
  ).toMatchObject({ code: 'DATABASE_TRANSACTION_CONFLICT' })
  await end('commit', first)
  expect((await all()).map(({ amount }) => amount)).toEqual([101, 0])
})

test('an update that changes nothing still takes the document', async () => {
  const [first, second] = [await start(), await start()]
  await accounts.update({ _id: 'a' }, { $set: { amount: 100 } }, { transactionId: first })
  expect(
    (await accounts.update({ _id: 'a' }, { $set: { amount: 1 } }, { transactionId: second })).code,
  ).toBe('DATABASE_TRANSACTION_CONFLICT')
  await end('abort', first)
})

test('a snapshot with an index sees neither what came later nor what went', async () => {
  const transactionId = await start()
  expect(await accounts.find({ name: 'a' }, { transactionId })).toHaveLength(1)
  await accounts.insert({ _id: 'c', name: 'later' })
  await accounts.send('removeDocument', { query: '{"_id":"b"}', multi: true })
  await accounts.update({ _id: 'a' }, { $set: { name: 'renamed' } })
  expect(await accounts.find({ name: 'later' }, { transactionId })).toEqual([])
  expect(await accounts.find({ name: 'b' }, { transactionId })).toHaveLength(1)
  expect(await accounts.find({ name: 'a' }, { transactionId })).toEqual([
    { _id: 'a', name: 'a', amount: 100 },
  ])
  await end('abort', transactionId)
})

test('where().remove escapes a transaction as where().update does, with a warning', async () => {
  expect((await bank('escapeRemove')).result).toBe(0)
  expect(
    cloud.lines.filter((line) =>
      line.includes('removeDocument on accounts was sent without the transaction that is open'),
    ),
  ).toHaveLength(1)
})

test('rollback leaves nothing and says why', async () => {
  const { errMsg } = await bank('transfer', { from: 'b', to: 'a', amount: 10 })
  expect(errMsg).toContain('not enough')
  expect((await all()).map(({ amount }) => amount)).toEqual([100, 0])
})

test('two instances race with the function repeating itself: nothing is lost, no trace of a loser', async () => {
  const race = { from: 'a', to: 'b', amount: 10, pause: 200 }
  const replies = await Promise.all([1, 2, 3].map(() => bank('transferUntilDone', race)))
  expect(replies.map(({ result }) => result.done)).toEqual([true, true, true])
  expect(replies.reduce((sum, { result }) => sum + result.attempts, 0)).toBeGreaterThan(3)
  expect((await all()).map(({ amount }) => amount)).toEqual([70, 30])
  expect((await cloud.get('/stats')).maxOverlap).toBeGreaterThan(1)
})

test.each(['modifyDocument', 'commitTransaction'])(
  'an instance killed at its %s leaves no trace and no lock',
  async (action) => {
    await cloud.post('/faults', {
      op: 'transfer',
      action,
      nth: action === 'modifyDocument' ? 2 : 1,
      mode: 'kill',
    })
    expect((await bank('transfer', { from: 'a', to: 'b', amount: 10 })).errCode).toBe(-504002)
    expect((await all()).map(({ amount }) => amount)).toEqual([100, 0])
    const started = performance.now()
    expect((await accounts.update({ _id: 'a' }, { $inc: { amount: 1 } })).data.updated).toBe(1)
    expect(performance.now() - started).toBeLessThan(1000)
  },
)
