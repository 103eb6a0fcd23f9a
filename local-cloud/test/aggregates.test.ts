import { afterAll, beforeAll, expect, test } from 'vitest'
import { rawDatabase } from './admin'
import { startTestCloud, type TestCloud } from './cloud'
import { sdkDatabase } from './sdk'

// Every stage and expression operator that wx-server-sdk can send, through the SDK itself.

let cloud: TestCloud
let db: any // The real SDK has no types of its own.
let $: any
let made = 0

beforeAll(async () => {
  cloud = await startTestCloud()
  db = sdkDatabase(cloud.url)
  $ = db.command.aggregate
})
afterAll(() => cloud.close())

const filled = async (...docs: object[]) => {
  const name = `agg${++made}`
  await db.createCollection(name)
  if (docs.length > 0) await db.collection(name).add({ data: docs })
  return Object.assign(db.collection(name).aggregate(), { collectionName: name })
}
const run = async (pipeline: any) => (await pipeline.end()).list
const refusal = (pipeline: any): Promise<string> =>
  pipeline.end().then(
    () => 'answered',
    (error: any) => `${error.errCode} ${error.errMsg}`,
  )

const at = new Date('2026-11-22T13:14:15.678Z')
const doc = {
  _id: 0,
  n: 7,
  neg: -2.5,
  s: 'Linli 邻里',
  list: [3, 1, 2, 1],
  docs: [
    { k: 'a', v: 1 },
    { k: 'b', v: 2 },
  ],
  o: { x: 1, y: null },
  at,
  no: null,
}

const EXPRESSIONS: [string, (op: any) => unknown, unknown][] = [
  ['abs', (op) => op.abs('$neg'), 2.5],
  ['add', (op) => op.add(['$n', 1, 0.5]), 8.5],
  ['add, a date', (op) => op.add(['$at', 1000]), new Date(at.getTime() + 1000)],
  ['add, null', (op) => op.add(['$n', '$no']), null],
  ['ceil', (op) => op.ceil('$neg'), -2],
  ['divide', (op) => op.divide(['$n', 2]), 3.5],
  ['exp', (op) => op.exp(0), 1],
  ['floor', (op) => op.floor('$neg'), -3],
  ['ln', (op) => op.ln(1), 0],
  ['log', (op) => op.log([8, 2]), 3],
  ['log10', (op) => op.log10(1000), Math.log10(1000)],
  ['mod', (op) => op.mod(['$n', 4]), 3],
  ['multiply', (op) => op.multiply(['$n', 2]), 14],
  ['pow', (op) => op.pow([2, 10]), 1024],
  ['sqrt', (op) => op.sqrt(16), 4],
  ['subtract', (op) => op.subtract(['$n', 2]), 5],
  ['subtract, dates', (op) => op.subtract(['$at', new Date(at.getTime() - 5)]), 5],
  ['trunc', (op) => op.trunc('$neg'), -2],
  ['arrayElemAt', (op) => op.arrayElemAt(['$list', -1]), 1],
  ['arrayElemAt, out of bounds', (op) => op.arrayElemAt(['$list', 9]), undefined],
  ['arrayToObject', (op) => op.arrayToObject('$docs'), { a: 1, b: 2 }],
  ['arrayToObject, pairs', (op) => op.arrayToObject([[['a', 1]]]), { a: 1 }],
  ['concatArrays', (op) => op.concatArrays(['$list', [9]]), [3, 1, 2, 1, 9]],
  ['filter', (op) => op.filter({ input: '$list', as: 'i', cond: op.gte(['$$i', 2]) }), [3, 2]],
  ['in', (op) => op.in([2, '$list']), true],
  ['indexOfArray', (op) => op.indexOfArray(['$list', 1, 2]), 3],
  ['isArray', (op) => op.isArray('$list'), true],
  ['map', (op) => op.map({ input: '$docs', as: 'd', in: op.add(['$$d.v', '$n']) }), [8, 9]],
  ['range', (op) => op.range([0, 10, 4]), [0, 4, 8]],
  [
    'reduce',
    (op) => op.reduce({ input: '$list', initialValue: 0, in: op.add(['$$value', '$$this']) }),
    7,
  ],
  ['reverseArray', (op) => op.reverseArray('$list'), [1, 2, 1, 3]],
  ['size', (op) => op.size('$list'), 4],
  ['slice', (op) => op.slice(['$list', 1, 2]), [1, 2]],
  ['slice, from the end', (op) => op.slice(['$list', -2]), [2, 1]],
  [
    'zip',
    (op) => op.zip({ inputs: [[1, 2, 3], ['a']], useLongestLength: true, defaults: [0, '-'] }),
    [
      [1, 'a'],
      [2, '-'],
      [3, '-'],
    ],
  ],
  ['and', (op) => op.and(['$n', op.gt(['$n', 1])]), true],
  ['or', (op) => op.or(['$no', 0, '$nothing']), false],
  ['not', (op) => op.not('$no'), true],
  ['cmp', (op) => op.cmp(['$n', 8]), -1],
  ['eq', (op) => op.eq(['$n', 7]), true],
  ['gt', (op) => op.gt(['$n', 7]), false],
  ['gte', (op) => op.gte(['$n', 7]), true],
  ['lt', (op) => op.lt(['$n', 7]), false],
  ['lte', (op) => op.lte(['$n', 7]), true],
  ['neq', (op) => op.neq(['$n', 7]), false],
  ['cond', (op) => op.cond({ if: op.gt(['$n', 5]), then: 'many', else: 'few' }), 'many'],
  ['cond, three', (op) => op.cond([false, 1, '$s']), 'Linli 邻里'],
  ['ifNull', (op) => op.ifNull(['$nothing', 'none']), 'none'],
  [
    'switch',
    (op) =>
      op.switch({
        branches: [
          { case: op.lt(['$n', 5]), then: 'a' },
          { case: op.lt(['$n', 10]), then: 'b' },
        ],
        default: 'c',
      }),
    'b',
  ],
  [
    'dateFromParts',
    (op) =>
      op.dateFromParts({ year: 2026, month: 11, day: 22, hour: 8, timezone: 'Asia/Shanghai' }),
    new Date('2026-11-22T00:00:00Z'),
  ],
  [
    'dateFromParts, weeks',
    (op) => op.dateFromParts({ isoWeekYear: 2026, isoWeek: 1, isoDayOfWeek: 4 }),
    new Date('2026-01-01T00:00:00Z'),
  ],
  [
    'dateFromString',
    (op) => op.dateFromString({ dateString: '2026-11-22T08:00:00.000+0800' }),
    new Date('2026-11-22T00:00:00Z'),
  ],
  ['dayOfMonth', (op) => op.dayOfMonth('$at'), 22],
  ['dayOfMonth, in a zone', (op) => op.dayOfMonth({ date: '$at', timezone: '+12:00' }), 23],
  ['dayOfWeek', (op) => op.dayOfWeek('$at'), 1],
  ['dayOfYear', (op) => op.dayOfYear('$at'), 326],
  ['isoDayOfWeek', (op) => op.isoDayOfWeek('$at'), 7],
  ['isoWeek', (op) => op.isoWeek('$at'), 47],
  ['isoWeekYear', (op) => op.isoWeekYear(new Date('2027-01-01')), 2026],
  ['millisecond', (op) => op.millisecond('$at'), 678],
  ['minute', (op) => op.minute('$at'), 14],
  ['month', (op) => op.month('$at'), 11],
  ['second', (op) => op.second('$at'), 15],
  ['hour', (op) => op.hour({ date: '$at', timezone: 'Asia/Shanghai' }), 21],
  ['week', (op) => op.week('$at'), 47],
  ['year', (op) => op.year('$at'), 2026],
  ['literal', (op) => op.literal('$n'), '$n'],
  ['mergeObjects', (op) => op.mergeObjects(['$o', { z: '$n' }]), { x: 1, y: null, z: 7 }],
  [
    'objectToArray',
    (op) => op.objectToArray('$o'),
    [
      { k: 'x', v: 1 },
      { k: 'y', v: null },
    ],
  ],
  ['allElementsTrue', (op) => op.allElementsTrue([[true, 1, 'x']]), true],
  ['anyElementTrue', (op) => op.anyElementTrue([[0, null]]), false],
  ['setDifference', (op) => op.setDifference(['$list', [1]]), [3, 2]],
  ['setEquals', (op) => op.setEquals(['$list', [1, 2, 3]]), true],
  ['setIntersection', (op) => op.setIntersection(['$list', [1, 9, 3]]), [3, 1]],
  ['setIsSubset', (op) => op.setIsSubset([[1, 2], '$list']), true],
  ['setUnion', (op) => op.setUnion(['$list', [9]]), [3, 1, 2, 9]],
  ['concat', (op) => op.concat(['$s', '!']), 'Linli 邻里!'],
  ['concat, null', (op) => op.concat(['$s', '$no']), null],
  [
    'dateToString',
    (op) =>
      op.dateToString({
        date: '$at',
        format: '%Y-%m-%d %H:%M:%S.%L %j %u %V %z',
        timezone: 'Asia/Shanghai',
      }),
    '2026-11-22 21:14:15.678 326 7 47 +0800',
  ],
  [
    'dateToString, onNull',
    (op) => op.dateToString({ date: '$no', format: '%Y', onNull: 'never' }),
    'never',
  ],
  ['indexOfBytes', (op) => op.indexOfBytes(['$s', '里']), 9],
  ['indexOfCP', (op) => op.indexOfCP(['$s', '里']), 7],
  ['split', (op) => op.split(['$s', ' ']), ['Linli', '邻里']],
  ['strLenBytes', (op) => op.strLenBytes('$s'), 12],
  ['strLenCP', (op) => op.strLenCP('$s'), 8],
  ['strcasecmp', (op) => op.strcasecmp(['LINLI', 'linli']), 0],
  ['substr', (op) => op.substr(['$s', 0, 5]), 'Linli'],
  ['substrBytes', (op) => op.substrBytes(['$s', 6, 3]), '邻'],
  ['substrCP', (op) => op.substrCP(['$s', 6, 5]), '邻里'],
  ['toLower', (op) => op.toLower('$s'), 'linli 邻里'],
  ['toUpper', (op) => op.toUpper('$s'), 'LINLI 邻里'],
  ['avg', (op) => op.avg('$list'), 1.75],
  ['max', (op) => op.max('$list'), 3],
  ['min', (op) => op.min(['$n', 2]), 2],
  ['stdDevPop', (op) => op.stdDevPop([[1, 3]]), 1],
  ['stdDevSamp', (op) => op.stdDevSamp([[1, 3]]), Math.SQRT2],
  ['sum', (op) => op.sum('$docs.v'), 3],
  [
    'let',
    (op) => op.let({ vars: { twice: op.multiply(['$n', 2]) }, in: op.add(['$$twice', 1]) }),
    15,
  ],
]

test.each(EXPRESSIONS)('expression %s', async (_name, expression, wanted) => {
  const [found] = await run((await filled(doc)).project({ _id: 0, v: expression($) }))
  expect(found.v).toEqual(wanted)
})

test('every expression operator of the SDK is in the table or is an accumulator', () => {
  const tried = new Set(EXPRESSIONS.map(([name]) => name.split(',')[0]))
  const elsewhere = ['pipeline', 'addToSet', 'first', 'last', 'push', 'meta']
  const missing = Object.keys($).filter((name) => !tried.has(name) && !elsewhere.includes(name))
  expect(missing).toEqual([])
})

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
