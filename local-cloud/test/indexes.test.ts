import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestCloud, type TestCloud } from './cloud'
import { sdkDatabase } from './sdk'

let cloud: TestCloud
let db: any // The real SDK has no types of its own.
let _: any

const DAY = 86_400_000
const people = Array.from({ length: 2000 }, (_value, i) => ({
  _id: `p${String(i).padStart(4, '0')}`,
  community: `c${i % 4}`,
  age: i % 90,
  name: `name-${i}`,
  claims:
    i % 10 === 0
      ? [
          { from: i, to: i + 10 },
          { from: i + 5000, to: i + 5010 },
        ]
      : [],
  tags: [`t${i % 100}`, `u${i % 7}`],
  at: i * DAY,
}))

beforeAll(async () => {
  cloud = await startTestCloud({
    collections: {
      people: {
        indexes: [
          {
            name: 'community_at',
            keys: [
              ['community', 1],
              ['at', -1],
            ],
          },
          {
            name: 'claims',
            keys: [
              ['claims.from', 1],
              ['claims.to', 1],
            ],
          },
          { name: 'tags', keys: [['tags', 1]] },
          {
            name: 'age_id',
            keys: [
              ['age', 1],
              ['_id', 1],
            ],
          },
        ],
      },
      names: { indexes: [{ name: 'name', keys: [['name', 1]], unique: true }] },
    },
    seed: (seed) => seed.insertMany('people', people),
  })
  db = sdkDatabase(cloud.url)
  _ = db.command
})
afterAll(() => cloud.close())

/** Runs a query and compares with the same filter in plain JavaScript; answers the documents examined. */
async function examined(
  query: any,
  expected: (person: (typeof people)[number]) => boolean,
  ordered = false,
) {
  await cloud.post('/stats/reset')
  const found = (await query.limit(1000).get()).data.map((doc: any) => doc._id)
  const wanted = people
    .filter(expected)
    .map((person) => person._id)
    .slice(0, 1000)
  expect(ordered ? found : found.sort()).toEqual(wanted)
  return (await cloud.get('/stats')).operations[0].documentsExamined as number
}

const where = (query: object) => db.collection('people').where(query)

test('equality, ranges, $in and arrays are answered by an index without reading more', async () => {
  expect(await examined(where({ _id: 'p0007' }), (p) => p._id === 'p0007')).toBe(1)
  expect(
    await examined(where({ _id: _.in(['p0001', 'p1999', 'nobody']) }), (p) =>
      ['p0001', 'p1999'].includes(p._id),
    ),
  ).toBe(2)
  expect(await examined(where({ _id: _.gt('p1990') }), (p) => p._id > 'p1990')).toBe(9)
  expect(
    await examined(
      where({ community: 'c1', at: _.gte(1900 * DAY) }),
      (p) => p.community === 'c1' && p.at >= 1900 * DAY,
    ),
  ).toBe(25)
  expect(
    await examined(
      where({ community: _.in(['c1', 'c2']), at: _.lt(8 * DAY) }),
      (p) => ['c1', 'c2'].includes(p.community) && p.at < 8 * DAY,
    ),
  ).toBe(4)
  expect(await examined(where({ tags: 't42' }), (p) => p.tags.includes('t42'))).toBe(20)
  expect(await examined(where({ age: 7, name: 'name-97' }), (p) => p.name === 'name-97')).toBe(23)
})

test('$elemMatch bounds both fields of one element; two loose conditions are not combined', async () => {
  const both = await examined(
    where({ claims: _.elemMatch({ from: _.gt(1970), to: _.lt(5100) }) }),
    (p) => p.claims.some((claim) => claim.from > 1970 && claim.to < 5100),
  )
  expect(both).toBeLessThanOrEqual(200)
  await examined(
    where({ 'claims.from': _.lt(5000), 'claims.to': _.gt(6990) }),
    (p) => p.claims.some((claim) => claim.from < 5000) && p.claims.some((claim) => claim.to > 6990),
  )
  await examined(
    where({ 'claims.from': _.gt(2000).and(_.lt(3000)) }),
    (p) =>
      p.claims.some((claim) => claim.from > 2000) && p.claims.some((claim) => claim.from < 3000),
  )
})

test('the order of an index lets a limit stop early, forwards, backwards and merged', async () => {
  const page = async (query: any, ids: string[], most: number) => {
    await cloud.post('/stats/reset')
    expect((await query.limit(3).get()).data.map((doc: any) => doc._id)).toEqual(ids)
    expect((await cloud.get('/stats')).operations[0].documentsExamined).toBeLessThanOrEqual(most)
  }
  await page(where({ community: 'c0' }).orderBy('at', 'desc'), ['p1996', 'p1992', 'p1988'], 3)
  await page(where({ community: 'c0' }).orderBy('at', 'asc'), ['p0000', 'p0004', 'p0008'], 3)
  await page(
    where({ community: _.in(['c0', 'c3']) }).orderBy('at', 'desc'),
    ['p1999', 'p1996', 'p1995'],
    3,
  )
  await page(
    where({ age: 5, _id: _.gt('p0095') }).orderBy('_id', 'asc'),
    ['p0185', 'p0275', 'p0365'],
    3,
  )
  await page(db.collection('people').orderBy('_id', 'desc'), ['p1999', 'p1998', 'p1997'], 3)
})

test('without an index every document is read, and the log says which index would help', async () => {
  expect(await examined(where({ name: 'name-3' }), (p) => p.name === 'name-3')).toBe(2000)
  expect(cloud.lines.at(-1)).toContain('an index on (name) would help')
})

test('a unique index refuses the second, on add and on update; missing counts once', async () => {
  const names = db.collection('names')
  await names.add({ data: { _id: 'a', name: 'x' } })
  const again = await names.add({ data: { name: 'x' } }).catch((error: any) => error)
  expect(again.errMsg).toContain(
    'E11000 duplicate key error collection: tnt-local.names index: name dup key: { name: "x" }',
  )
  await names.add({ data: { _id: 'b' } })
  expect((await names.add({ data: { _id: 'c' } }).catch((error: any) => error)).errCode).toBe(
    -502001,
  )
  expect(
    (
      await names
        .doc('b')
        .update({ data: { name: 'x' } })
        .catch((error: any) => error)
    ).errCode,
  ).toBe(-502001)
  await names.doc('a').remove()
  expect((await names.doc('b').update({ data: { name: 'x' } })).stats.updated).toBe(1)
})

test('a count of one value is made in an index alone, as COUNT_SCAN does; any other count reads', async () => {
  const counted = async (query: object) => {
    await cloud.post('/stats/reset')
    const { total } = await where(query).count()
    return [total, (await cloud.get('/stats')).operations[0].documentsExamined] as const
  }
  expect(await counted({ tags: 't7' })).toEqual([20, 0])
  expect(await counted({ community: 'c1' })).toEqual([500, 0])
  expect(await counted({ age: 89 })).toEqual([22, 0])
  expect(await counted({ tags: 'none' })).toEqual([0, 0])
  expect(await counted({ community: 'c1', age: 89 })).toEqual([11, 22])
  expect((await counted({ name: 'name-3' }))[0]).toBe(1)
})
