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

test('a taken _id is refused inside too, and the transaction goes on', async () => {
  const transactionId = await start()
  const again = await accounts.send('insertDocument', { data: ['{"_id":"a"}'], transactionId })
  expect(again).toMatchObject({
    code: 'DATABASE_REQUEST_FAILED',
    message: expect.stringContaining('E11000'),
  })
  await accounts.update({ _id: 'b' }, { $set: { amount: 5 } }, { transactionId })
  expect((await end('commit', transactionId)).code).toBeUndefined()
  expect((await all())[1].amount).toBe(5)
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

test('a unique index is checked at commit, and then nothing of the transaction is kept', async () => {
  const transactionId = await start()
  await accounts.update({ _id: 'b' }, { $set: { amount: 7 } }, { transactionId })
  await accounts.send('insertDocument', { data: ['{"_id":"c","name":"a"}'], transactionId })
  expect(await end('commit', transactionId)).toMatchObject({
    code: 'DATABASE_REQUEST_FAILED',
    message: expect.stringContaining('E11000'),
  })
  expect(await all()).toEqual([
    { _id: 'a', name: 'a', amount: 100 },
    { _id: 'b', name: 'b', amount: 0 },
  ])
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
