import { afterAll, beforeAll, expect, test } from 'vitest'
import { rawDatabase } from './admin'
import { filledIn, run } from './aggregating'
import { startTestCloud, type TestCloud } from './cloud'
import { sdkDatabase } from './sdk'

// Every stage that wx-server-sdk can send, through the SDK itself.

let cloud: TestCloud
let db: any // The real SDK has no types of its own.
let $: any

beforeAll(async () => {
  cloud = await startTestCloud()
  db = sdkDatabase(cloud.url)
  $ = db.command.aggregate
})
afterAll(() => cloud.close())

const filled = (...docs: object[]) => filledIn(db, docs)
const refusal = (pipeline: any): Promise<string> =>
  pipeline.end().then(
    () => 'answered',
    (error: any) => `${error.errCode} ${error.errMsg}`,
  )

const sales = [
  { _id: 1, shop: 'a', n: 5, price: 2 },
  { _id: 2, shop: 'b', n: 1, price: 9 },
  { _id: 3, shop: 'a', n: 3, price: 2 },
  { _id: 4, n: 8 },
]

test('group: every accumulator, null for what is missing, keys of several fields', async () => {
  const list = await run(
    (await filled(...sales)).group({
      _id: '$shop',
      set: $.addToSet('$price'),
      avg: $.avg('$n'),
      first: $.first('$price'),
      last: $.last('$n'),
      max: $.max('$n'),
      min: $.min('$price'),
      all: $.push({ n: '$n', price: '$price' }),
      dev: $.stdDevPop('$n'),
      samp: $.stdDevSamp('$n'),
      sum: $.sum($.multiply(['$n', '$price'])),
    }),
  )
  expect(list).toEqual([
    {
      _id: 'a',
      set: [2],
      avg: 4,
      first: 2,
      last: 3,
      max: 5,
      min: 2,
      all: [
        { n: 5, price: 2 },
        { n: 3, price: 2 },
      ],
      dev: 1,
      samp: Math.SQRT2,
      sum: 16,
    },
    {
      _id: 'b',
      set: [9],
      avg: 1,
      first: 9,
      last: 1,
      max: 1,
      min: 9,
      all: [{ n: 1, price: 9 }],
      dev: 0,
      samp: null,
      sum: 9,
    },
    {
      _id: null,
      set: [],
      avg: 8,
      first: null,
      last: 8,
      max: 8,
      min: null,
      all: [{ n: 8 }],
      dev: 0,
      samp: null,
      sum: 0,
    },
  ])
  expect(
    await run((await filled(...sales)).group({ _id: { s: '$shop', p: '$price' }, c: $.sum(1) })),
  ).toEqual([
    { _id: { s: 'a', p: 2 }, c: 2 },
    { _id: { s: 'b', p: 9 }, c: 1 },
    { _id: {}, c: 1 },
  ])
})

test('bucket and bucketAuto', async () => {
  const bucket = {
    groupBy: '$n',
    boundaries: [0, 3, 6],
    default: 'more',
    output: { count: $.sum(1), ids: $.push('$_id') },
  }
  expect(await run((await filled(...sales)).bucket(bucket))).toEqual([
    { _id: 0, count: 1, ids: [2] },
    { _id: 3, count: 2, ids: [1, 3] },
    { _id: 'more', count: 1, ids: [4] },
  ])
  expect(
    await refusal((await filled(...sales)).bucket({ groupBy: '$n', boundaries: [0, 3] })),
  ).toContain('no default was specified')
  expect(await run((await filled(...sales)).bucketAuto({ groupBy: '$n', buckets: 2 }))).toEqual([
    { _id: { min: 1, max: 5 }, count: 2 },
    { _id: { min: 5, max: 8 }, count: 2 },
  ])
})

test('addFields, project and replaceRoot reach into documents and arrays', async () => {
  const docs = {
    _id: 1,
    a: { b: 1, c: 2 },
    list: [
      { x: 1, y: 1 },
      { x: 2, y: 2 },
    ],
  }
  const from = () => filled(docs)
  expect(
    await run((await from()).addFields({ 'a.d': $.add(['$a.b', '$a.c']), list: { z: 9 } })),
  ).toEqual([
    {
      _id: 1,
      a: { b: 1, c: 2, d: 3 },
      list: [
        { x: 1, y: 1, z: 9 },
        { x: 2, y: 2, z: 9 },
      ],
    },
  ])
  expect(await run((await from()).project({ _id: 0, 'list.x': 1, a: { c: 1 } }))).toEqual([
    { a: { c: 2 }, list: [{ x: 1 }, { x: 2 }] },
  ])
  expect(await run((await from()).project({ 'a.b': 0, list: 0 }))).toEqual([
    { _id: 1, a: { c: 2 } },
  ])
  expect(await run((await from()).project({ xs: '$list.x' }))).toEqual([{ _id: 1, xs: [1, 2] }])
  expect(
    await run((await from()).replaceRoot({ newRoot: $.mergeObjects([{ e: 5 }, '$a']) })),
  ).toEqual([{ e: 5, b: 1, c: 2 }])
  expect(await refusal((await from()).project({ a: 1, list: 0 }))).toContain(
    'cannot exclude fields other than',
  )
  expect(await refusal((await from()).replaceRoot({ newRoot: '$nothing' }))).toContain(
    "'newRoot' expression must evaluate to an object",
  )
})

test('unwind in all its forms', async () => {
  const from = () =>
    filled({ _id: 1, t: ['x', 'y'] }, { _id: 2, t: [] }, { _id: 3 }, { _id: 4, t: 'z' })
  expect(await run((await from()).unwind('$t'))).toEqual([
    { _id: 1, t: 'x' },
    { _id: 1, t: 'y' },
    { _id: 4, t: 'z' },
  ])
  const whole = { path: '$t', includeArrayIndex: 'i', preserveNullAndEmptyArrays: true }
  expect(await run((await from()).unwind(whole))).toEqual([
    { _id: 1, t: 'x', i: 0 },
    { _id: 1, t: 'y', i: 1 },
    { _id: 2, i: null },
    { _id: 3, i: null },
    { _id: 4, t: 'z', i: null },
  ])
  expect(await refusal((await from()).unwind('t'))).toContain("should be prefixed with a '$'")
})

test('sort, skip, limit, sample, count, sortByCount, match with an expression', async () => {
  const from = () => filled(...sales)
  expect(
    (await run((await from()).sort({ n: -1 }).skip(1).limit(2))).map((sale: any) => sale._id),
  ).toEqual([1, 3])
  expect(await run((await from()).sample({ size: 2 }))).toHaveLength(2)
  expect(await run((await from()).match({ shop: 'a' }).count('total'))).toEqual([{ total: 2 }])
  expect(await run((await from()).sortByCount('$shop'))).toEqual([
    { _id: 'a', count: 2 },
    { _id: 'b', count: 1 },
    { _id: null, count: 1 },
  ])
  const _ = db.command
  expect(
    (await run((await from()).match(_.expr($.gt(['$n', '$price']))))).map((sale: any) => sale._id),
  ).toEqual([1, 3, 4])
  expect(await refusal((await from()).limit(0))).toContain('the limit must be positive')
  expect(await refusal((await from()).project({ v: { $nonsense: 1 } }))).toContain(
    "Unrecognized expression '$nonsense'",
  )
  expect(await refusal((await from()).project({ v: $.divide(['$n', 0]) }))).toContain(
    "can't $divide by zero",
  )
})

test('lookup with variables and conditions, by an index where there is one', async () => {
  const orders = await filled(
    { _id: 1, item: 'tea', wanted: 5 },
    { _id: 2, item: 'rice', wanted: 50 },
  )
  const stock = await filled(
    { _id: 'tea', left: 9 },
    { _id: 'rice', left: 9 },
    ...Array.from({ length: 200 }, (_v, i) => ({ _id: `x${i}`, left: 1 })),
  )
  const pipeline = $.pipeline()
    .match(db.command.expr($.and([$.eq(['$_id', '$$name']), $.gte(['$left', '$$wanted'])])))
    .project({ _id: 0 })
    .done()
  await cloud.post('/stats/reset')
  expect(
    await run(
      orders.lookup({
        from: stock.collectionName,
        let: { name: '$item', wanted: '$wanted' },
        pipeline,
        as: 'stock',
      }),
    ),
  ).toEqual([
    { _id: 1, item: 'tea', wanted: 5, stock: [{ left: 9 }] },
    { _id: 2, item: 'rice', wanted: 50, stock: [] },
  ])
  expect((await cloud.get('/stats')).operations[0].documentsExamined).toBe(4)
})

test('facet, graphLookup and redact, as the raw wire sends them; $out is refused', async () => {
  const { collectionName } = await filled(
    { _id: 'a', next: 'b', secret: { level: 5 } },
    { _id: 'b', next: 'c' },
    { _id: 'c', next: 'a' },
  )
  const raw = rawDatabase(cloud.url, collectionName)
  const list = async (...stages: object[]) =>
    ((await raw.aggregate(...stages)) as string[]).map((text) => JSON.parse(text))
  const [facets] = await list({
    $facet: { one: [{ $limit: 1 }, { $project: { _id: 1 } }], n: [{ $count: 'n' }] },
  })
  expect(facets).toEqual({ one: [{ _id: 'a' }], n: [{ n: { $numberInt: '3' } }] })
  const graph = {
    from: collectionName,
    startWith: '$next',
    connectFromField: 'next',
    connectToField: '_id',
    as: 'path',
    depthField: 'depth',
    maxDepth: 1,
  }
  const [walked] = await list({ $graphLookup: graph })
  expect(walked.path.map((step: any) => [step._id, step.depth.$numberLong])).toEqual([
    ['b', '0'],
    ['c', '1'],
  ])
  const rule = { $cond: { if: { $gt: ['$level', 3] }, then: '$$PRUNE', else: '$$DESCEND' } }
  expect((await list({ $redact: rule }))[0]).toEqual({ _id: 'a', next: 'b' })
  expect(await raw.aggregate({ $out: 'copy' })).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
})
