import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { rawDatabase } from './admin'
import { startTestCloud, type TestCloud } from './cloud'

// Each test is a line of where a MongoDB in JavaScript was measured not to be MongoDB.

let cloud: TestCloud
let raw: ReturnType<typeof rawDatabase>
let made = 0

const open = async (name: string) => {
  const collection = rawDatabase(cloud.url, name)
  await collection.send('addCollection', {})
  return collection
}

beforeAll(async () => {
  cloud = await startTestCloud()
})
afterAll(() => cloud.close())
beforeEach(async () => {
  raw = await open(`lines${++made}`)
})

const ids = async (query: object) => {
  const found = await raw.find(query)
  return Array.isArray(found) ? found.map((doc: any) => doc._id) : found
}
/** One expression on one document. */
const value = async (expression: unknown, doc: object = {}): Promise<any> => {
  const name = `value${++made}`
  const collection = await open(name)
  await collection.insert({ _id: 0, ...doc })
  const list = await collection.aggregate({ $project: { _id: 0, v: expression } })
  return Array.isArray(list) ? JSON.parse(String(list[0])).v : list
}
const int = (n: number) => ({ $numberInt: String(n) })
const refused = (text: string) => ({
  code: 'DATABASE_REQUEST_FAILED',
  message: expect.stringContaining(text),
})
/** One update of one document; the document after it, or the refusal. */
const updated = async (doc: object, update: object): Promise<any> => {
  const collection = await open(`updated${++made}`)
  await collection.insert({ _id: 0, ...doc })
  const reply = await collection.update({ _id: 0 }, update)
  if (reply.code) return reply
  const { _id, ...rest } = ((await collection.find({})) as any)[0]
  return rest
}
const pipeline = async (...stages: object[]): Promise<any> => {
  const list = await raw.aggregate(...stages)
  return Array.isArray(list) ? list.map((doc) => JSON.parse(doc)) : list
}

test('no stage changes what is stored', async () => {
  await raw.insert({ _id: 'a', a: { b: 1, c: [{ d: 1 }] } })
  await raw.aggregate({ $project: { 'a.b': 0 } })
  await raw.aggregate({ $addFields: { 'a.b': 5, 'a.c.d': 7 } })
  await raw.aggregate({ $unwind: '$a.c' }, { $replaceRoot: { newRoot: '$a' } })
  expect(await raw.find({})).toEqual([{ _id: 'a', a: { b: 1, c: [{ d: 1 }] } }])
})

test('$comment and $setOnInsert are there; $text is refused', async () => {
  await raw.insert({ _id: 'a' })
  expect(await ids({ _id: 'a', $comment: 'why' })).toEqual(['a'])
  const update = { $set: { n: 1 }, $setOnInsert: { first: true } }
  await raw.update({ _id: 'a' }, update)
  await raw.update({ _id: 'b' }, update, { upsert: true, multi: false })
  expect(await raw.find({})).toEqual([
    { _id: 'a', n: 1 },
    { _id: 'b', n: 1, first: true },
  ])
  expect(await raw.find({ $text: { $search: 'x' } })).toMatchObject(
    refused('unknown top level operator: $text'),
  )
})

test('$elemMatch on a field matches documents only, in $pull too', async () => {
  await raw.insert(
    { _id: 'a', list: [1] },
    { _id: 'b', list: [{ x: 1 }] },
    { _id: 'c', list: [[{ x: 1 }]] },
  )
  expect(await ids({ list: { $elemMatch: { x: { $ne: 5 } } } })).toEqual(['b'])
  expect(
    await updated({ list: [1, { x: 1 }, { x: 9 }] }, { $pull: { list: { x: { $ne: 9 } } } }),
  ).toEqual({
    list: [1, { x: 9 }],
  })
})

test('null looks into arrays of documents; $gte and $lte null match what is missing', async () => {
  await raw.insert({ _id: 'a', a: [{ b: 1 }, {}] }, { _id: 'b', a: [{ b: 1 }] }, { _id: 'c', n: 1 })
  expect(await ids({ 'a.b': null })).toEqual(['a', 'c'])
  expect(await ids({ n: { $gte: null } })).toEqual(['a', 'b'])
  expect(await ids({ n: { $gt: null } })).toEqual([])
})

test('equality of embedded documents minds the order of keys', async () => {
  await raw.insert({ _id: 'a', d: { x: 1, y: 2 } }, { _id: 'b', d: { y: 2, x: 1 } })
  expect(await ids({ d: { x: 1, y: 2 } })).toEqual(['a'])
  expect(await ids({ d: { $in: [{ y: 2, x: 1 }] } })).toEqual(['b'])
})

test('$all on a scalar, $mod, $type into arrays, $size of a nested array', async () => {
  await raw.insert(
    { _id: 'a', t: 'x', n: '8', l: ['s'], a: [{ b: [1, 2] }] },
    { _id: 'b', n: 4.5, l: [1], a: { b: [1] } },
    { _id: 'c', n: 8 },
  )
  expect(await ids({ t: { $all: ['x'] } })).toEqual(['a'])
  expect(await ids({ n: { $mod: [4, 0] } })).toEqual(['b', 'c'])
  expect(await ids({ n: { $mod: [4.9, 0] } })).toEqual(['b', 'c'])
  expect(await ids({ l: { $type: 'string' } })).toEqual(['a'])
  expect(await ids({ 'a.b': { $size: 2 } })).toEqual(['a'])
})

test('options of regular expressions: x, inline (?i), and flags only JavaScript knows', async () => {
  await raw.insert({ _id: 'a', s: 'HELLO' }, { _id: 'b', s: 'hello\nworld' })
  expect(await ids({ s: { $regex: 'h e l l o # all of it', $options: 'xi' } })).toEqual(['a', 'b'])
  expect(await ids({ s: { $regex: '(?i)^hello$' } })).toEqual(['a'])
  expect(await ids({ s: { $regularExpression: { pattern: '^HELLO', options: 'gy' } } })).toEqual([
    'a',
  ])
  expect(await ids({ s: { $regex: 'hello.world', $options: 's' } })).toEqual(['b'])
})

test('expressions order by type, missing below null, and missing is not null', async () => {
  expect(await value({ $lt: ['$nothing', 1] })).toBe(true)
  expect(await value({ $gt: ['text', 1] })).toBe(true)
  expect(await value({ $gt: [{ $literal: true }, 'text'] })).toBe(true)
  expect(await value({ $eq: ['$nothing', null] })).toBe(false)
  expect(await value({ $cmp: ['$nothing', null] })).toEqual(int(-1))
})

test('$week and %U count from the first Sunday', async () => {
  const at = (text: string) => ({ at: new Date(text) })
  for (const [day, week] of [
    ['2026-01-01', 0],
    ['2026-01-03', 0],
    ['2026-01-04', 1],
    ['2026-11-22', 47],
    ['2023-01-01', 1],
    ['2024-12-31', 52],
  ] as const) {
    expect(await value({ $week: '$at' }, at(day))).toEqual(int(week))
    expect(await value({ $dateToString: { date: '$at', format: '%U' } }, at(day))).toBe(
      String(week).padStart(2, '0'),
    )
  }
})

test('$substr to the end, $indexOfBytes in bytes, $indexOfCP in code points', async () => {
  expect(await value({ $substr: ['hello', 2, -1] })).toBe('llo')
  expect(await value({ $substr: ['社区', 3, 3] })).toBe('区')
  expect(await value({ $substrCP: ['社区邻里', 1, 2] })).toBe('区邻')
  expect(await value({ $indexOfBytes: ['社区', '区'] })).toEqual(int(3))
  expect(await value({ $indexOfCP: ['😀区', '区'] })).toEqual(int(1))
  expect(await value({ $indexOfCP: ['abcabc', 'c', 3] })).toEqual(int(5))
})

test('$dateFromString reads offsets, zones and formats', async () => {
  const date = (argument: object) => value({ $dateFromString: argument })
  const at = (text: string) => ({ $date: { $numberLong: String(Date.parse(text)) } })
  expect(await date({ dateString: '2026-11-22T08:00:00+08:00' })).toEqual(
    at('2026-11-22T00:00:00Z'),
  )
  expect(await date({ dateString: '2026-11-22' })).toEqual(at('2026-11-22T00:00:00Z'))
  expect(await date({ dateString: '2026-11-22 08:30', timezone: 'Asia/Shanghai' })).toEqual(
    at('2026-11-22T00:30:00Z'),
  )
  expect(await date({ dateString: '22/11/2026', format: '%d/%m/%Y', timezone: '+08:00' })).toEqual(
    at('2026-11-21T16:00:00Z'),
  )
  expect(await date({ dateString: 'nonsense', onError: 'bad' })).toBe('bad')
  expect(await date({ dateString: 'nonsense' })).toMatchObject(
    refused("Error parsing date string 'nonsense'"),
  )
  expect(await date({ dateString: '$nothing', onNull: 'none' })).toBe('none')
})

test('$size of what is missing is refused', async () => {
  expect(await value({ $size: '$nothing' })).toMatchObject(
    refused('must be an array, but was of type: missing'),
  )
})

test('descending order over arrays goes by the greatest element', async () => {
  await raw.insert({ _id: 'a', n: [1, 9] }, { _id: 'b', n: [5] }, { _id: 'c', n: [0, 10] })
  const sorted = async (by: number) =>
    (await pipeline({ $sort: { n: by } })).map((doc: any) => doc._id)
  expect(await sorted(-1)).toEqual(['c', 'a', 'b'])
  expect(await sorted(1)).toEqual(['c', 'a', 'b'])
})

test('updates that MongoDB refuses are refused', async () => {
  expect(await updated({ n: null }, { $inc: { n: 1 } })).toMatchObject(
    refused('Cannot apply $inc to a value of non-numeric type'),
  )
  expect(await updated({ n: 'x' }, { $inc: { n: 1 } })).toMatchObject(
    refused('non-numeric type string'),
  )
  expect(await updated({ n: 1 }, { $push: { n: 1 } })).toMatchObject(
    refused("The field 'n' must be an array but is of type int"),
  )
  expect(await updated({ n: 1 }, { $pull: { n: 1 } })).toMatchObject(
    refused('Cannot apply $pull to a non-array value'),
  )
  expect(await updated({ n: 1 }, { $set: { 'n.deep': 1 } })).toMatchObject(
    refused("Cannot create field 'deep' in element {n: 1}"),
  )
  expect(await updated({}, { $set: { _id: 1 } })).toMatchObject(refused("immutable field '_id'"))
  expect(await updated({}, { $set: { a: 1 }, $inc: { 'a.b': 1 } })).toMatchObject(
    refused('would create a conflict'),
  )
  expect(await updated({}, { $nonsense: { a: 1 } })).toMatchObject(
    refused('Unknown modifier: $nonsense'),
  )
})

test('$set past the end fills with null, and an _id may be set to itself', async () => {
  expect(await updated({ a: [1] }, { $set: { 'a.3': 4 } })).toEqual({ a: [1, null, null, 4] })
  expect(await updated({}, { $set: { _id: 0, n: 1 } })).toEqual({ n: 1 })
})

test('$addToSet beside duplicates, $push with all its modifiers to a missing field, sort by two keys, $pull with $or', async () => {
  expect(await updated({ a: [1, 1] }, { $addToSet: { a: 2 } })).toEqual({ a: [1, 1, 2] })
  expect(await updated({}, { $push: { a: { $each: [3, 1, 2], $sort: 1, $slice: 2 } } })).toEqual({
    a: [1, 2],
  })
  expect(await updated({ a: [1, 2] }, { $push: { a: { $each: [9], $position: -1 } } })).toEqual({
    a: [1, 9, 2],
  })
  const rows = [
    { x: 1, y: 1 },
    { x: 0, y: 5 },
    { x: 1, y: 3 },
  ]
  expect(
    await updated({ a: rows }, { $push: { a: { $each: [], $sort: { x: -1, y: -1 } } } }),
  ).toEqual({
    a: [rows[2], rows[0], rows[1]],
  })
  expect(await updated({ a: rows }, { $pull: { a: { $or: [{ x: 0 }, { y: 3 }] } } })).toEqual({
    a: [rows[0]],
  })
})

test('$sample never repeats a document', async () => {
  await raw.insert(...Array.from({ length: 20 }, (_value, _id) => ({ _id })))
  for (let i = 0; i < 20; i++) {
    const sampled = (await pipeline({ $sample: { size: 15 } })).map(
      (doc: any) => doc._id.$numberInt,
    )
    expect(new Set(sampled).size).toBe(15)
  }
  expect(await pipeline({ $sample: { size: 50 } })).toHaveLength(20)
})

test('$lookup: an array localField, an unknown collection, a nested name', async () => {
  const other = await open(`other${made}`)
  await other.insert({ _id: 1 }, { _id: 2 }, { _id: 3 })
  await raw.insert({ _id: 'a', refs: [2, 9, 3] })
  const join = (from: string, as: string) =>
    pipeline({ $lookup: { from, localField: 'refs', foreignField: '_id', as } })
  expect(await join(`other${made}`, 'x.found')).toEqual([
    { _id: 'a', refs: [int(2), int(9), int(3)], x: { found: [{ _id: int(2) }, { _id: int(3) }] } },
  ])
  expect((await join('nowhere', 'found'))[0].found).toEqual([])
})

test('$count of nothing is no document; $push drops what is missing; _id comes first', async () => {
  expect(await pipeline({ $count: 'n' })).toEqual([])
  await raw.insert({ _id: 'a', k: 1, t: 'x' }, { _id: 'b', k: 1 }, { _id: 'c', k: 1, t: null })
  const list = (await raw.aggregate({
    $group: { all: { $push: '$t' }, first: { $first: '$t' }, _id: '$k' },
  })) as string[]
  expect(list).toEqual(['{"_id":{"$numberInt":"1"},"all":["x",null],"first":"x"}'])
  expect(await raw.aggregate({ $project: { k: 1 } }, { $limit: 1 })).toEqual([
    '{"_id":"a","k":{"$numberInt":"1"}}',
  ])
})

test('a find projection of only a $slice keeps the other fields; in $project it is an expression', async () => {
  await raw.insert({ _id: 'a', n: 1, tags: ['x', 'y', 'z'] })
  const sliced = (projection: object) => raw.find({}, { projection: JSON.stringify(projection) })
  expect(await sliced({ tags: { $slice: 1 } })).toEqual([{ _id: 'a', n: 1, tags: ['x'] }])
  expect(await sliced({ tags: { $slice: [-2, 1] } })).toEqual([{ _id: 'a', n: 1, tags: ['y'] }])
  expect(await sliced({ tags: { $slice: 1 }, n: 1 })).toEqual([{ _id: 'a', n: 1, tags: ['x'] }])
  expect(await pipeline({ $project: { tags: { $slice: ['$tags', 2] } } })).toEqual([
    { _id: 'a', tags: ['x', 'y'] },
  ])
  expect(await pipeline({ $project: { tags: { $slice: 1 } } })).toMatchObject(
    refused('Expression $slice takes at least 2 arguments'),
  )
})

test('number types survive a pipeline, and results have the widest type', async () => {
  const long = (n: number | string) => ({ $numberLong: String(n) })
  const double = (n: string) => ({ $numberDouble: n })
  await raw.send('insertDocument', {
    data: [
      '{"_id":0,"i":{"$numberInt":"2"},"l":{"$numberLong":"2"},"d":{"$numberDouble":"2.0"},"m":{"$numberDecimal":"2.5"},"big":{"$numberLong":"9007199254740993"}}',
    ],
  })
  const one = async (expression: unknown) =>
    (await pipeline({ $project: { _id: 0, v: expression } }))[0].v
  expect(
    await Promise.all(
      ['$i', '$l', '$d', '$m', '$big', '$none'].map((path) => one({ $type: path })),
    ),
  ).toEqual(['int', 'long', 'double', 'decimal', 'long', 'missing'])
  expect(await one('$d')).toEqual(double('2.0'))
  expect(await one('$big')).toEqual(long('9007199254740993'))
  expect(await one({ $add: ['$i', '$i'] })).toEqual(int(4))
  expect(await one({ $add: ['$i', '$l'] })).toEqual(long(4))
  expect(await one({ $multiply: ['$l', '$d'] })).toEqual(double('4.0'))
  expect(await one({ $divide: ['$i', 2] })).toEqual(double('1.0'))
  expect(await one({ $add: ['$big', 1] })).toEqual(long('9007199254740994'))
  expect(await one({ $add: ['$m', 1] })).toEqual({ $numberDecimal: '3.5' })
  expect(await one({ $sum: ['$i', '$l'] })).toEqual(long(4))
  expect(await one({ $subtract: [2147483647, -1] })).toEqual(long(2147483648))
  expect(
    (await pipeline({ $group: { _id: null, s: { $sum: '$d' }, a: { $avg: '$i' } } }))[0],
  ).toEqual({
    _id: null,
    s: double('2.0'),
    a: double('2.0'),
  })
  await raw.update({}, { $inc: { big: 1, l: 1, d: 1 } })
  expect((await raw.send('getDocument', {})).data.list[0]).toBe(
    '{"_id":{"$numberInt":"0"},"i":{"$numberInt":"2"},"l":{"$numberLong":"3"},"d":{"$numberDouble":"3.0"},"m":{"$numberDecimal":"2.5"},"big":{"$numberLong":"9007199254740994"}}',
  )
})
