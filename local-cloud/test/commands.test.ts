import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestCloud, type TestCloud } from './cloud'
import { sdkDatabase } from './sdk'

// Every query, logic and update command of the SDK.

let cloud: TestCloud
let db: any // The real SDK has no types of its own.
let _: any
let made = 0

beforeAll(async () => {
  cloud = await startTestCloud({
    seed: (seed) =>
      seed.insertMany('things', [
        { _id: 'a', n: 1, tags: ['x', 'y'], o: { d: 1 } },
        { _id: 'b', n: 2.5, tags: ['y'] },
        { _id: 'c', n: null, list: [{ p: 1 }, { p: 9, q: 2 }] },
        { _id: 'd', s: 'Text', at: { type: 'Point', coordinates: [1, 1] } },
      ]),
  })
  db = sdkDatabase(cloud.url)
  _ = db.command
})
afterAll(() => cloud.close())

const square = () =>
  new db.Geo.Polygon([
    new db.Geo.LineString(
      [
        [0, 0],
        [2, 0],
        [2, 2],
        [0, 2],
        [0, 0],
      ].map(([x, y]) => new db.Geo.Point(x, y)),
    ),
  ])

const QUERIES: [string, (op: any) => object, string[]][] = [
  ['eq', (op) => ({ n: op.eq(1) }), ['a']],
  ['neq', (op) => ({ n: op.neq(1) }), ['b', 'c', 'd']],
  ['lt', (op) => ({ n: op.lt(2.5) }), ['a']],
  ['lte', (op) => ({ n: op.lte(2.5) }), ['a', 'b']],
  ['gt', (op) => ({ n: op.gt(1) }), ['b']],
  ['gte', (op) => ({ n: op.gte(1) }), ['a', 'b']],
  ['in', (op) => ({ n: op.in([1, null]) }), ['a', 'c', 'd']],
  ['nin', (op) => ({ n: op.nin([1, null]) }), ['b']],
  ['all', (op) => ({ tags: op.all(['x', 'y']) }), ['a']],
  ['elemMatch', (op) => ({ list: op.elemMatch({ p: op.gt(5), q: 2 }) }), ['c']],
  ['exists', (op) => ({ tags: op.exists(true) }), ['a', 'b']],
  ['size', (op) => ({ tags: op.size(1) }), ['b']],
  ['mod', (op) => ({ n: op.mod(2, 0) }), ['b']],
  [
    'geoNear',
    (op) => ({ at: op.geoNear({ geometry: new db.Geo.Point(1, 1.001), maxDistance: 200 }) }),
    ['d'],
  ],
  ['geoWithin', (op) => ({ at: op.geoWithin({ geometry: square() }) }), ['d']],
  ['geoIntersects', (op) => ({ at: op.geoIntersects({ geometry: square() }) }), ['d']],
  ['and', (op) => op.and([{ n: op.gt(0) }, { tags: 'x' }]), ['a']],
  ['and, on a field', (op) => ({ n: op.and(op.gt(0), op.lt(2)) }), ['a']],
  ['or', (op) => op.or([{ n: 1 }, { s: 'Text' }]), ['a', 'd']],
  ['or, chained with and', (op) => op.or([{ n: 1 }, { n: 2.5 }]).and({ tags: 'x' }), ['a']],
  ['nor', (op) => op.nor([{ n: 1 }, { s: 'Text' }]), ['b', 'c']],
  ['not', (op) => ({ n: op.not(op.gt(1)) }), ['a', 'c', 'd']],
  ['expr', (op) => op.expr(op.aggregate.gt(['$n', 2])), ['b']],
]

test.each(QUERIES)('query %s', async (_name, query, wanted) => {
  const { data } = await db.collection('things').where(query(_)).get()
  expect(data.map((doc: any) => doc._id)).toEqual(wanted)
})

const BEFORE = { n: 6, list: [1, 2, 3, 2], o: { a: 1, b: 2 }, s: 'text' }
const UPDATES: [string, (op: any) => object, object][] = [
  ['set', (op) => ({ o: op.set({ c: 3 }) }), { o: { c: 3 } }],
  [
    'set, nested and dotted without it',
    () => ({ o: { c: 3 }, 'o.d': 4 }),
    { o: { a: 1, b: 2, c: 3, d: 4 } },
  ],
  ['remove', (op) => ({ s: op.remove(), o: { a: op.remove() } }), { s: undefined, o: { b: 2 } }],
  ['inc', (op) => ({ n: op.inc(-0.5), fresh: op.inc(2) }), { n: 5.5, fresh: 2 }],
  ['mul', (op) => ({ n: op.mul(2), fresh: op.mul(2) }), { n: 12, fresh: 0 }],
  [
    'push',
    (op) => ({ list: op.push(9, 8), fresh: op.push([1]) }),
    { list: [1, 2, 3, 2, 9, 8], fresh: [1] },
  ],
  ['pull', (op) => ({ list: op.pull(2) }), { list: [1, 3] }],
  ['pullAll', (op) => ({ list: op.pullAll([1, 2]) }), { list: [3] }],
  ['pop', (op) => ({ list: op.pop() }), { list: [1, 2, 3] }],
  ['shift', (op) => ({ list: op.shift() }), { list: [2, 3, 2] }],
  ['unshift', (op) => ({ list: op.unshift([8, 9]) }), { list: [8, 9, 1, 2, 3, 2] }],
  [
    'addToSet',
    (op) => ({ list: op.addToSet(3), 'o.set': op.addToSet(3) }),
    { o: { a: 1, b: 2, set: [3] } },
  ],
  [
    'rename',
    (op) => ({ s: op.rename('o.text') }),
    { s: undefined, o: { a: 1, b: 2, text: 'text' } },
  ],
  ['bit', (op) => ({ n: op.bit({ and: 3 }) }), { n: 2 }],
  ['max', (op) => ({ n: op.max(9), fresh: op.max(1) }), { n: 9, fresh: 1 }],
  ['min', (op) => ({ n: op.min(9) }), {}],
]

test.each(UPDATES)('update %s', async (_name, data, changed) => {
  const doc = db.collection('things').doc(`u${++made}`)
  await doc.set({ data: BEFORE })
  await doc.update({ data: data(_) })
  const { _id, ...after } = (await doc.get()).data
  await doc.remove()
  expect({ ...after }).toEqual(JSON.parse(JSON.stringify({ ...BEFORE, ...changed })))
})

test('text and jsonSchema are refused, not answered wrongly', async () => {
  const refusal = (query: object) =>
    db
      .collection('things')
      .where(query)
      .get()
      .then(
        () => 'answered',
        (error: any) => error.errCode,
      )
  expect(await refusal({ $text: _.text('x') })).toBe(-502001)
  expect(await refusal(_.jsonSchema({ required: ['n'] }))).toBe(-502001)
})

test('every command of the SDK is in a table, or refused above', () => {
  const tried = new Set([...QUERIES, ...UPDATES].map(([name]) => name.split(',')[0]))
  const elsewhere = ['aggregate', 'project', 'jsonSchema', 'text']
  expect(Object.keys(_).filter((name) => !tried.has(name) && !elsewhere.includes(name))).toEqual([])
})
