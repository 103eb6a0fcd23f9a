import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { admin, rawDatabase } from './admin'
import { startTestCloud, type TestCloud } from './cloud'
import { sdkDatabase } from './sdk'

// Each test is a line of what was measured of the SDK's wire.

let cloud: TestCloud
let db: any // The real SDK has no types of its own.
let _: any
let raw: ReturnType<typeof rawDatabase>
let things: any
let made = 0

beforeAll(async () => {
  cloud = await startTestCloud()
  db = sdkDatabase(cloud.url)
  _ = db.command
})
afterAll(() => cloud.close())
beforeEach(async () => {
  const name = `wire${++made}`
  await db.createCollection(name)
  raw = rawDatabase(cloud.url, name)
  things = db.collection(name)
})

const failure = async (promise: Promise<unknown>): Promise<any> =>
  promise.then(
    () => undefined,
    (error) => error,
  )

test('1: status 200 for errors too; content type, code, message, requestId at the top', async () => {
  const refused = await raw.find({ n: { $foo: 1 } })
  expect(refused).toMatchObject({
    status: 200,
    code: 'DATABASE_REQUEST_FAILED',
    message: expect.stringContaining('unknown operator: $foo'),
    requestId: expect.stringMatching(/./),
  })
  expect((refused as any).type).toContain('application/json')
  const { transactionId, requestId } = await admin(cloud.url, {
    action: 'database.startTransaction',
  })
  expect(requestId).toMatch(/./)
  for (const action of ['database.commitTransaction', 'database.abortTransaction']) {
    const reply = await admin(cloud.url, { action, transactionId })
    expect(reply.requestId).toMatch(/./)
    expect(reply.status).toBe(200)
  }
})

test('2: query may be absent or empty; order counts by the order of its keys', async () => {
  await raw.insert({ _id: 'a', x: 1, y: 2 }, { _id: 'b', x: 2, y: 1 }, { _id: 'c', x: 1, y: 1 })
  const order = (text: string) =>
    raw
      .send('getDocument', { order: text })
      .then((reply) => reply.data.list.map((doc: string) => JSON.parse(doc)._id))
  expect(await order('{"x":{"$numberInt":"1"},"y":{"$numberInt":"1"}}')).toEqual(['c', 'a', 'b'])
  expect(await order('{"y":{"$numberInt":"1"},"x":{"$numberInt":"-1"}}')).toEqual(['b', 'c', 'a'])
  expect((await raw.send('calculateDocument', {})).data.total).toBe(3)
  const data = '{"$set":{"z":{"$numberInt":"1"}}}'
  expect((await raw.send('modifyDocument', { data, multi: true, merge: true })).data.updated).toBe(
    3,
  )
  expect((await raw.send('removeDocument', { query: '', multi: true })).data.deleted).toBe(3)
})

test('3: what each action answers', async () => {
  expect((await raw.insert({ _id: 'a', n: 1 })).data).toEqual({ insertedIds: ['a'] })
  expect((await raw.insert({ _id: 'b' }, { _id: 'c' })).data).toEqual({ insertedIds: ['b', 'c'] })
  const got = await raw.send('getDocument', { query: '{"_id":"a"}' })
  expect(got.data.list).toEqual(['{"_id":"a","n":{"$numberInt":"1"}}'])
  expect((await raw.send('calculateDocument', {})).data).toEqual({ total: 3 })
  expect((await raw.update({ _id: 'a' }, { $set: { n: 2 } })).data).toEqual({
    updated: 1,
    upsert_id: null,
  })
  const returned = await raw.send('modifyAndReturnDoc', {
    query: '{"_id":"a"}',
    data: '{"$inc":{"n":{"$numberInt":"1"}}}',
  })
  expect(returned.data).toEqual({ updated: 1, doc: '{"_id":"a","n":{"$numberInt":"3"}}' })
  const nothing = await raw.send('modifyAndReturnDoc', {
    query: '{"_id":"z"}',
    data: '{"$set":{"n":1}}',
  })
  expect(nothing.data).toEqual({ updated: 0, doc: null })
  expect(await raw.aggregate({ $match: { _id: 'b' } })).toEqual(['{"_id":"b"}'])
  expect((await raw.send('removeDocument', { query: '{"_id":"a"}' })).data).toEqual({ deleted: 1 })
  expect((await admin(cloud.url, { action: 'database.startTransaction' })).transactionId).toMatch(
    /./,
  )
})

test('4: set replaces all but the _id, counts an identical one, and takes the _id from the query', async () => {
  expect(await things.doc('x').set({ data: { a: 1 } })).toMatchObject({
    _id: 'x',
    stats: { created: 1 },
  })
  expect(await things.doc('x').set({ data: { b: { c: 1 } } })).toMatchObject({
    stats: { updated: 1 },
  })
  expect(await things.doc('x').set({ data: { b: { c: 1 } } })).toMatchObject({
    stats: { updated: 1 },
  })
  expect((await things.doc('x').get()).data).toEqual({ _id: 'x', b: { c: 1 } })
  await things.doc('x').update({ data: { b: { d: 2 } } })
  expect((await things.doc('x').get()).data).toEqual({ _id: 'x', b: { c: 1, d: 2 } })
  await raw.insert({ _id: 'y', n: 1 }, { _id: 'z', n: 1 })
  expect((await raw.update({ n: 1 }, { $set: { n: 2 } }, { multi: false })).data.updated).toBe(1)
})

test('5: a server date anywhere is one time a request plus its offset, stored as a date', async () => {
  const [plain, later] = [db.serverDate(), db.serverDate({ offset: 366 * 86_400_000 })]
  await things.add({ data: { _id: 'x', at: plain, deep: { list: [{ at: later }] }, list: [] } })
  // The SDK itself forgets what a server date inside `each` is; other senders do not.
  await raw.update(
    { _id: 'x' },
    {
      $push: { list: { $each: [{ $tcb_server_date: { offset: -1000 } }] } },
      $set: { 'deep.now': { $tcb_server_date: { offset: 0 } } },
    },
  )
  const { data } = await things.doc('x').get()
  expect(Math.abs(data.at.getTime() - Date.now())).toBeLessThan(5000)
  expect(data.deep.list[0].at - data.at).toBe(366 * 86_400_000)
  expect(data.list[0] - data.deep.now).toBe(-1000)
  const reply = await raw.send('getDocument', { query: '{"_id":"x"}' })
  expect(reply.data.list[0]).toContain('"at":{"$date":{"$numberLong":"')
})

test('6: regular expressions in every form; ObjectIds keep their type; doc(5) is not doc("5")', async () => {
  await raw.insert({ _id: 'a', s: 'Hello' }, { _id: 'b', s: 'world' })
  const found = async (query: object) =>
    (await things.where(query).get()).data.map((doc: any) => doc._id)
  expect(await found({ s: db.RegExp({ regexp: '^hel', options: 'i' }) })).toEqual(['a'])
  expect(await found({ s: /^hel/i })).toEqual(['a'])
  expect(await found({ s: { $regex: '^hel', $options: 'i' } })).toEqual(['a'])
  expect(await found({ s: _.in([/^w/]) })).toEqual(['b'])
  expect(await found({ s: _.not(_.eq(/^w/)) })).toEqual(['a'])
  const { _id } = await things.add({ data: {} })
  expect(_id).toEqual(expect.any(String))
  await raw.send('insertDocument', {
    data: ['{"_id":{"$oid":"64b0c0c0c0c0c0c0c0c0c0c0"},"o":{"$oid":"64b0c0c0c0c0c0c0c0c0c0c1"}}'],
  })
  const [stored] = (
    await raw.send('getDocument', { query: '{"o":{"$oid":"64b0c0c0c0c0c0c0c0c0c0c1"}}' })
  ).data.list
  expect(stored).toContain('"o":{"$oid":"64b0c0c0c0c0c0c0c0c0c0c1"}')
  await things.add({ data: { _id: 5, kind: 'number' } })
  await things.add({ data: { _id: '5', kind: 'text' } })
  expect((await things.doc(5).get()).data.kind).toBe('number')
  expect((await things.doc('5').get()).data.kind).toBe('text')
})

test('6: natural order is insertion order, in aggregates and lookups too', async () => {
  const ids = ['m', 'c', 'x', 'a', 'q']
  await raw.insert(...ids.map((_id) => ({ _id, one: 1 })))
  await raw.update({ _id: 'c' }, { $set: { big: 'x'.repeat(500) } })
  expect((await things.get()).data.map((doc: any) => doc._id)).toEqual(ids)
  const { list } = await things
    .aggregate()
    .lookup({ from: `wire${made}`, localField: 'one', foreignField: 'one', as: 'all' })
    .end()
  expect(list.map((doc: any) => doc._id)).toEqual(ids)
  expect(list[0].all.map((doc: any) => doc._id)).toEqual(ids)
})

test('8: codes of an unknown collection and of a key that begins with $; a key with a dot is kept', async () => {
  expect(await rawDatabase(cloud.url, 'nowhere').find({})).toMatchObject({
    code: 'DATABASE_COLLECTION_NOT_EXIST',
  })
  expect((await raw.insert({ $bad: 1 })).code).toBe('DATABASE_REQUEST_FAILED')
  expect((await raw.insert({ _id: 'dot', 'a.b': 1 })).data.insertedIds).toEqual(['dot'])
  expect(await raw.find({ _id: 'dot' })).toEqual([{ _id: 'dot', 'a.b': 1 }])
})

test('8: 1,001 documents in one insert, in a transaction too; get caps at 1,000 and gives 100 by default', async () => {
  const docs = Array.from({ length: 1001 }, (_value, n) => ({ n }))
  await things.add({ data: docs })
  const { transactionId } = await admin(cloud.url, { action: 'database.startTransaction' })
  const reply = await raw.send('insertDocument', {
    data: docs.map((doc) => JSON.stringify(doc)),
    transactionId,
  })
  expect(reply.data.insertedIds).toHaveLength(1001)
  await admin(cloud.url, { action: 'database.commitTransaction', transactionId })
  expect((await things.count()).total).toBe(2002)
  expect((await things.get()).data).toHaveLength(100)
  expect((await things.limit(1500).get()).data).toHaveLength(1000)
})

test('9: a conflict is raised at the write and the loser is gone; the message is the real one', async () => {
  await raw.insert({ _id: 'x', n: 1 })
  const start = async () =>
    (await admin(cloud.url, { action: 'database.startTransaction' })).transactionId
  const [first, second] = [await start(), await start()]
  const write = (transactionId: string) =>
    raw.update({ _id: 'x' }, { $inc: { n: 1 } }, { transactionId })
  expect((await write(first)).data.updated).toBe(1)
  expect(await write(second)).toMatchObject({
    code: 'DATABASE_TRANSACTION_CONFLICT',
    message:
      '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. Please check your request, but if the problem persists, contact us.',
  })
  const gone = {
    code: 'DATABASE_TRANSACTION_FAIL',
    message:
      '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. Please check your request, but if the problem persists, contact us.',
  }
  expect(await write(second)).toMatchObject(gone)
  expect(
    await admin(cloud.url, { action: 'database.commitTransaction', transactionId: second }),
  ).toMatchObject(gone)
  await admin(cloud.url, { action: 'database.commitTransaction', transactionId: first })
  expect(
    await admin(cloud.url, { action: 'database.commitTransaction', transactionId: first }),
  ).toMatchObject(gone)
  expect(await raw.find({})).toEqual([{ _id: 'x', n: 2 }])
})

test('9: the snapshot is taken at the first operation; reads do not conflict', async () => {
  await raw.insert({ _id: 'x', n: 1 }, { _id: 'y', n: 1 })
  const { transactionId } = await admin(cloud.url, { action: 'database.startTransaction' })
  await raw.update({ _id: 'x' }, { $set: { n: 2 } })
  expect(await raw.find({ _id: 'x' }, { transactionId })).toEqual([{ _id: 'x', n: 2 }])
  await raw.update({ _id: 'x' }, { $set: { n: 3 } })
  expect(await raw.find({ _id: 'x' }, { transactionId })).toEqual([{ _id: 'x', n: 2 }])
  expect((await raw.update({ _id: 'y' }, { $set: { n: 9 } }, { transactionId })).data.updated).toBe(
    1,
  )
  expect(
    (await admin(cloud.url, { action: 'database.commitTransaction', transactionId })).code,
  ).toBeUndefined()
})

test('9: a transaction ends by itself after 30 s', { timeout: 45_000 }, async () => {
  await raw.insert({ _id: 'x', n: 1 })
  const { transactionId } = await admin(cloud.url, { action: 'database.startTransaction' })
  await raw.update({ _id: 'x' }, { $set: { n: 2 } }, { transactionId })
  await new Promise((resolve) => setTimeout(resolve, 30_300))
  expect((await raw.update({ _id: 'x' }, { $set: { n: 3 } }, { transactionId })).code).toBe(
    'DATABASE_TRANSACTION_FAIL',
  )
  expect((await raw.update({ _id: 'x' }, { $inc: { n: 10 } })).data.updated).toBe(1)
  expect(await raw.find({})).toEqual([{ _id: 'x', n: 11 }])
})

test('10: stage values that are JSON strings; what is missing is not printed as null', async () => {
  await raw.insert({ _id: 'a', tags: ['x', 'y'] }, { _id: 'b' })
  expect(await raw.aggregate({ $unwind: '$tags' }, { $sortByCount: '$tags' })).toHaveLength(2)
  expect(await raw.aggregate({ $count: 'n' })).toEqual(['{"n":{"$numberInt":"2"}}'])
  expect(await raw.aggregate({ $project: { tags: 1 } })).toEqual([
    '{"_id":"a","tags":["x","y"]}',
    '{"_id":"b"}',
  ])
  expect(await raw.aggregate({ $project: { t: '$nothing' } })).toEqual([
    '{"_id":"a"}',
    '{"_id":"b"}',
  ])
})

test('the SDK itself lacks facet, graphLookup and redact, which the raw wire may carry', async () => {
  expect(await failure((async () => things.aggregate().facet({}).end())())).toBeInstanceOf(
    TypeError,
  )
})

test('a document over 16 MB is refused, on insert and where an update would make one', async () => {
  const text = 'x'.repeat(9 * 1024 * 1024)
  const whole = await raw.insert({ _id: 'big', list: [text, text] })
  expect(whole).toMatchObject({
    code: 'DATABASE_REQUEST_FAILED',
    message: expect.stringContaining('too large'),
  })
  await raw.insert({ _id: 'half', list: [text] })
  expect((await raw.update({ _id: 'half' }, { $push: { list: text } })).message).toContain(
    'too large',
  )
  expect(((await raw.find({ _id: 'half' })) as any)[0].list).toHaveLength(1)
})

test('a projection takes the element that $elemMatch finds', async () => {
  await raw.insert({ _id: 'a', n: 1, list: [{ x: 1 }, { x: 5 }, { x: 9 }] })
  // The SDK does not encode commands in a projection: the condition is written out.
  const found = things.where({ _id: 'a' }).field({ list: _.project.elemMatch({ x: { $gt: 2 } }) })
  expect((await found.get()).data).toEqual([{ _id: 'a', list: [{ x: 5 }] }])
  const sliced = await things
    .where({ _id: 'a' })
    .field({ list: _.project.slice(-1) })
    .get()
  expect(sliced.data).toEqual([{ _id: 'a', n: 1, list: [{ x: 9 }] }])
})

test('a projection by the positional $ keeps the element the query found', async () => {
  await raw.insert({ _id: 'a', list: [{ x: 1 }, { x: 5 }, { x: 9 }] })
  const { data } = await things
    .where({ 'list.x': _.gt(2) })
    .field({ 'list.$': 1 })
    .get()
  expect(data).toEqual([{ _id: 'a', list: [{ x: 5 }] }])
})
