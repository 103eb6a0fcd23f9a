import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestCloud, type TestCloud } from './cloud'
import { sdkDatabase } from './sdk'

// A query that an index can serve never scans: each shape with the most documents it may examine.

let cloud: TestCloud
let db: any // The real SDK has no types of its own.
let _: any

const DAY = 86_400_000
const COUNT = 3000
const people = Array.from({ length: COUNT }, (_value, i) => ({
  _id: `p${String(i).padStart(4, '0')}`,
  town: `t${i % 30}`,
  name: `${'abcdefghij'[i % 10]!}-${i}`,
  age: i % 100,
  at: new Date(i * DAY),
  done: i % 50 === 0,
  address: { street: `s${i % 60}`, house: i % 7 },
  tags: [`x${i % 100}`, `y${i % 9}`],
  claims:
    i % 20 === 0
      ? [
          { from: i, to: i + 10 },
          { from: i + 10_000, to: i + 10_010 },
        ]
      : [],
  ...(i % 100 === 0 ? { owner: `o${i}` } : {}),
  place: { type: 'Point', coordinates: [100 + (i % 60) * 0.1, 20 + Math.floor(i / 60) * 0.1] },
}))
type Person = (typeof people)[number]

type Keys = [string, 1 | -1 | '2dsphere'][]
const KEYS: Keys[] = [
  [
    ['town', 1],
    ['at', -1],
  ],
  [['name', 1]],
  [
    ['age', 1],
    ['_id', 1],
  ],
  [
    ['done', 1],
    ['age', 1],
  ],
  [['address.street', 1]],
  [['tags', 1]],
  [
    ['claims.from', 1],
    ['claims.to', 1],
  ],
  [['owner', 1]],
  [['place', '2dsphere']],
]
const indexes = KEYS.map((keys) => ({ name: keys.map(([path]) => path).join('_'), keys }))

beforeAll(async () => {
  cloud = await startTestCloud({
    collections: { people: { indexes }, towns: { indexes: [] } },
    seed: (seed) => {
      seed.insertMany('people', people)
      seed.insertMany('towns', [
        { _id: 't1', chief: 'p0031' },
        { _id: 't2', chief: 'p0032' },
      ])
    },
  })
  db = sdkDatabase(cloud.url)
  _ = db.command
})
afterAll(() => cloud.close())

interface Shape {
  shape: string
  query: (_: any) => unknown
  matches: (person: Person) => boolean
  /** At most this many documents may be read. */
  examined: number
}
const claims = (person: Person) => person.claims as { from: number; to: number }[]
const near = (person: Person, x: number, y: number, d: number) =>
  Math.abs(person.place.coordinates[0]! - x) < d && Math.abs(person.place.coordinates[1]! - y) < d

const SHAPES: Shape[] = [
  { shape: '_id', query: () => ({ _id: 'p0007' }), matches: (p) => p._id === 'p0007', examined: 1 },
  {
    shape: '_id $in',
    query: (op) => ({ _id: op.in(['p0007', 'p2999', 'z']) }),
    matches: (p) => ['p0007', 'p2999'].includes(p._id),
    examined: 2,
  },
  {
    shape: '_id range',
    query: (op) => ({ _id: op.gt('p2989') }),
    matches: (p) => p._id > 'p2989',
    examined: 10,
  },
  {
    shape: '_id prefix',
    query: (op) => ({ _id: op.gte('p100').and(op.lt('p101')) }),
    matches: (p) => p._id.startsWith('p100'),
    examined: 10,
  },
  {
    shape: 'first field of a compound index',
    query: () => ({ town: 't3' }),
    matches: (p) => p.town === 't3',
    examined: 100,
  },
  {
    shape: 'both fields equal',
    query: () => ({ town: 't3', at: new Date(33 * DAY) }),
    matches: (p) => p._id === 'p0033',
    examined: 1,
  },
  {
    shape: 'equal, then a range',
    query: (op) => ({ town: 't3', at: op.gte(new Date(2900 * DAY)) }),
    matches: (p) => p.town === 't3' && p.at >= new Date(2900 * DAY),
    examined: 4,
  },
  {
    shape: 'equal, then two bounds',
    query: (op) => ({ town: 't3', at: op.gt(new Date(33 * DAY)).and(op.lte(new Date(93 * DAY))) }),
    matches: (p) => ['p0063', 'p0093'].includes(p._id),
    examined: 2,
  },
  {
    shape: '$in, then a range',
    query: (op) => ({ town: op.in(['t3', 't4']), at: op.lt(new Date(40 * DAY)) }),
    matches: (p) => ['t3', 't4'].includes(p.town) && p.at < new Date(40 * DAY),
    examined: 4,
  },
  {
    shape: 'two $in',
    query: (op) => ({
      town: op.in(['t3', 't4']),
      at: op.in([new Date(3 * DAY), new Date(4 * DAY)]),
    }),
    matches: (p) => ['p0003', 'p0004'].includes(p._id),
    examined: 2,
  },
  {
    shape: 'equal and a filter without an index',
    query: () => ({ town: 't3', 'address.house': 3 }),
    matches: (p) => p.town === 't3' && p.address.house === 3,
    examined: 100,
  },
  {
    shape: 'a filter of two indexes takes the narrower',
    query: () => ({ town: 't3', name: 'd-33' }),
    matches: (p) => p._id === 'p0033',
    examined: 1,
  },
  {
    shape: '$eq written out',
    query: (op) => ({ age: op.eq(7) }),
    matches: (p) => p.age === 7,
    examined: 30,
  },
  {
    shape: 'a number range',
    query: (op) => ({ age: op.gte(98) }),
    matches: (p) => p.age >= 98,
    examined: 60,
  },
  {
    shape: 'an empty range',
    query: (op) => ({ age: op.gt(50).and(op.lt(50)) }),
    matches: () => false,
    examined: 0,
  },
  { shape: 'a boolean', query: () => ({ done: true }), matches: (p) => p.done, examined: 60 },
  {
    shape: 'a boolean and a range',
    query: (op) => ({ done: true, age: op.lt(10) }),
    matches: (p) => p.done && p.age < 10,
    examined: 30,
  },
  {
    shape: 'a date',
    query: () => ({ town: 't0', at: new Date(0) }),
    matches: (p) => p._id === 'p0000',
    examined: 1,
  },
  {
    shape: 'a nested field',
    query: () => ({ 'address.street': 's5' }),
    matches: (p) => p.address.street === 's5',
    examined: 50,
  },
  {
    shape: 'a nested field written as objects',
    query: () => ({ address: { street: 's5' } }),
    matches: (p) => p.address.street === 's5',
    examined: 50,
  },
  {
    shape: 'an element of an array',
    query: () => ({ tags: 'x42' }),
    matches: (p) => p.tags.includes('x42'),
    examined: 30,
  },
  {
    shape: '$all',
    query: (op) => ({ tags: op.all(['x42', 'y1']) }),
    matches: (p) => p.tags.includes('x42') && p.tags.includes('y1'),
    examined: 30,
  },
  {
    shape: '$in on an array',
    query: (op) => ({ tags: op.in(['x42', 'x43']) }),
    matches: (p) => p.tags.some((tag) => ['x42', 'x43'].includes(tag)),
    examined: 60,
  },
  {
    shape: 'a member of an array of objects',
    query: () => ({ 'claims.from': 40 }),
    matches: (p) => claims(p).some(({ from }) => from === 40),
    examined: 1,
  },
  {
    shape: '$elemMatch of equalities',
    query: (op) => ({ claims: op.elemMatch({ from: 40, to: 50 }) }),
    matches: (p) => claims(p).some(({ from, to }) => from === 40 && to === 50),
    examined: 1,
  },
  {
    shape: '$elemMatch of a range',
    query: (op) => ({ claims: op.elemMatch({ from: op.gt(12_900), to: op.lt(13_000) }) }),
    matches: (p) => claims(p).some(({ from, to }) => from > 12_900 && to < 13_000),
    examined: 5,
  },
  {
    shape: 'null matches what lacks the field',
    query: (op) => ({ owner: null, _id: op.lt('p0010') }),
    matches: (p) => p._id < 'p0010' && !('owner' in p),
    examined: 10,
  },
  {
    shape: 'a field most documents lack',
    query: () => ({ owner: 'o100' }),
    matches: (p) => p._id === 'p0100',
    examined: 1,
  },
  {
    shape: 'a range over a field most lack',
    query: (op) => ({ owner: op.gte('o') }),
    matches: (p) => 'owner' in p,
    examined: 30,
  },
  {
    shape: 'a regular expression from the start',
    query: () => ({ name: /^a-10/ }),
    matches: (p) => p.name.startsWith('a-10'),
    examined: 12,
  },
  {
    shape: 'db.RegExp from the start',
    query: () => ({ name: db.RegExp({ regexp: '^b-2\\d1$' }) }),
    matches: (p) => /^b-2\d1$/.test(p.name),
    examined: 112,
  },
  {
    shape: '$regex with $options',
    query: () => ({ name: { $regex: '^c-1', $options: 's' } }),
    matches: (p) => p.name.startsWith('c-1'),
    examined: 112,
  },
  {
    shape: '$and of two fields',
    query: (op) => op.and([{ town: 't3' }, { at: op.lt(new Date(40 * DAY)) }]),
    matches: (p) => ['p0003', 'p0033'].includes(p._id),
    examined: 2,
  },
  {
    shape: '$or of two indexes',
    query: (op) => op.or([{ name: 'd-33' }, { tags: 'x42' }]),
    matches: (p) => p.name === 'd-33' || p.tags.includes('x42'),
    examined: 31,
  },
  {
    shape: '$or on one field',
    query: (op) => ({ age: op.or(op.lt(1), op.gt(98)) }),
    matches: (p) => p.age < 1 || p.age > 98,
    examined: 60,
  },
  {
    shape: '$or beside a filter',
    query: (op) => op.and([{ 'address.house': 3 }, op.or([{ name: 'd-33' }, { owner: 'o100' }])]),
    matches: (p) =>
      p.address.house === 3 && (p.name === 'd-33' || ('owner' in p && p.owner === 'o100')),
    examined: 2,
  },
  {
    shape: '$or within an indexed town',
    query: (op) =>
      op.and([{ town: 't3' }, op.or([{ 'address.house': 3 }, { 'address.house': 4 }])]),
    matches: (p) => p.town === 't3' && [3, 4].includes(p.address.house),
    examined: 100,
  },
  {
    shape: '$expr equal',
    query: (op) => op.expr(op.aggregate.eq(['$name', 'd-33'])),
    matches: (p) => p.name === 'd-33',
    examined: 1,
  },
  {
    shape: 'geoNear with a limit',
    query: (op) => ({
      place: op.geoNear({ geometry: new db.Geo.Point(101, 21), maxDistance: 5000 }),
    }),
    matches: (p) => near(p, 101, 21, 0.04),
    examined: 4,
  },
  {
    shape: 'geoWithin a circle',
    query: (op) => ({ place: op.geoWithin({ centerSphere: [[101, 21], 5000 / 6378100] }) }),
    matches: (p) => near(p, 101, 21, 0.04),
    examined: 4,
  },
  {
    shape: 'geoIntersects a polygon',
    query: (op) => ({
      place: op.geoIntersects({ geometry: square(100.95, 20.95, 101.25, 21.25) }),
    }),
    matches: (p) => near(p, 101.1, 21.1, 0.14),
    examined: 30,
  },
]

const square = (x1: number, y1: number, x2: number, y2: number) =>
  new db.Geo.Polygon([
    new db.Geo.LineString(
      [
        [x1, y1],
        [x2, y1],
        [x2, y2],
        [x1, y2],
        [x1, y1],
      ].map(([x, y]) => new db.Geo.Point(x, y)),
    ),
  ])

const reset = () => cloud.post('/stats/reset')
const examined = async () => (await cloud.get('/stats')).operations[0].documentsExamined as number

test('there are 40 shapes at least', () => {
  expect(SHAPES.length).toBeGreaterThanOrEqual(40)
})

test.each(SHAPES)('$shape', async ({ query, matches, examined: most }) => {
  const wanted = people.filter(matches).map(({ _id }) => _id)
  const collection = db.collection('people').where(query(_))
  await reset()
  const found = (await collection.limit(1000).get()).data.map((doc: any) => doc._id)
  expect(found.sort()).toEqual(wanted)
  expect(await examined()).toBeLessThanOrEqual(most)
})

test.each([
  ['the newest of a town', (c: any) => c.where({ town: 't3' }).orderBy('at', 'desc'), 5],
  ['the oldest of a town', (c: any) => c.where({ town: 't3' }).orderBy('at', 'asc'), 5],
  [
    'the newest of two towns, merged',
    (c: any) => c.where({ town: _.in(['t3', 't4']) }).orderBy('at', 'desc'),
    5,
  ],
  ['by a whole index', (c: any) => c.orderBy('age', 'asc').orderBy('_id', 'asc'), 5],
  ['by a whole index backwards', (c: any) => c.orderBy('age', 'desc').orderBy('_id', 'desc'), 5],
  ['by _id after a key', (c: any) => c.where({ _id: _.gt('p0100') }).orderBy('_id', 'asc'), 5],
  ['a page by key', (c: any) => c.where({ age: 7, _id: _.gt('p0007') }).orderBy('_id', 'asc'), 5],
])('a page of five reads five: %s', async (_name, page, most) => {
  await reset()
  expect((await page(db.collection('people')).limit(5).get()).data).toHaveLength(5)
  expect(await examined()).toBeLessThanOrEqual(most)
})

test('count, update, remove, aggregates and lookups use the same indexes', async () => {
  const c = db.collection('people')
  const cost = async (work: Promise<unknown>) => {
    await work
    const read = await examined()
    await reset()
    return read
  }
  await reset()
  expect(await cost(c.where({ town: 't5' }).count())).toBe(0)
  expect(await cost(c.where({ name: 'b-1' }).update({ data: { seen: true } }))).toBe(1)
  expect(await cost(c.where({ name: 'nobody' }).remove())).toBe(0)
  expect(
    await cost(
      c
        .aggregate()
        .match({ town: 't5' })
        .group({ _id: '$done', n: _.aggregate.sum(1) })
        .end(),
    ),
  ).toBe(100)
  expect(await cost(c.aggregate().match({ town: 't5' }).sort({ at: -1 }).limit(3).end())).toBe(3)
  expect(
    await cost(
      db
        .collection('towns')
        .aggregate()
        .lookup({ from: 'people', localField: 'chief', foreignField: '_id', as: 'who' })
        .end(),
    ),
  ).toBe(4)
})

test('a query that reads over 1,000 documents for few names the index that would help', async () => {
  const warning = async (work: Promise<unknown>) => {
    const before = cloud.lines.length
    await work
    return cloud.lines.slice(before).join('\n')
  }
  const c = db.collection('people')
  const house = { 'address.house': 3, age: _.gt(97).and(_.lt(98)) }
  expect(await warning(c.where(house).get())).toBe('')
  expect(await warning(c.where({ 'address.house': 99 }).orderBy('at', 'desc').get())).toContain(
    'a query on people examined 3000 documents to return 0; an index on (address.house, at desc) would help',
  )
  expect(await warning(c.where({ 'address.house': 99 }).count())).toContain(
    'an index on (address.house) would help',
  )
  expect(
    await warning(c.where({ 'address.house': _.gt(50) }).update({ data: { x: 1 } })),
  ).toContain('an index on (address.house)')
})
