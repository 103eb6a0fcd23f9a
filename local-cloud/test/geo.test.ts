import { afterAll, beforeAll, expect, test } from 'vitest'
import { rawDatabase } from './admin'
import { startTestCloud, type TestCloud } from './cloud'
import { sdkDatabase } from './sdk'

let cloud: TestCloud
let db: any // The real SDK has no types of its own.
let _: any

const RADIUS = 6378100
const rad = (degrees: number) => degrees * (Math.PI / 180)
/** The formula that was measured: unit vectors, atan2 of cross and dot. */
function metres([x1, y1]: number[], [x2, y2]: number[]): number {
  const unit = (lng: number, lat: number): [number, number, number] => [
    Math.cos(rad(lat)) * Math.cos(rad(lng)),
    Math.cos(rad(lat)) * Math.sin(rad(lng)),
    Math.sin(rad(lat)),
  ]
  const [a, b] = [unit(x1!, y1!), unit(x2!, y2!)]
  const cross = [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
  return Math.atan2(Math.hypot(...cross), a[0] * b[0] + a[1] * b[1] + a[2] * b[2]) * RADIUS
}

const CENTER = [113.32452, 23.099994]
// A spiral of places around a square in Guangzhou, farther and farther.
const places = Array.from({ length: 2000 }, (_value, i) => ({
  _id: i,
  kind: i % 2 === 0 ? 'clinic' : 'shop',
  at: [CENTER[0]! + Math.cos(i) * i * 0.0005, CENTER[1]! + Math.sin(i) * i * 0.0004],
}))
const point = ([lng, lat]: number[]) => ({ type: 'Point', coordinates: [lng, lat] })
const byPlace = { name: 'at', keys: [['at', '2dsphere']] as [string, '2dsphere'][] }

beforeAll(async () => {
  cloud = await startTestCloud({
    collections: {
      indexed: {
        indexes: [
          byPlace,
          {
            name: 'kind_at',
            keys: [
              ['kind', 1],
              ['at', '2dsphere'],
            ],
          },
        ],
      },
      plain: { indexes: [] },
      shapes: { indexes: [byPlace] },
      globe: { indexes: [byPlace] },
    },
    seed: async (seed) => {
      for (const name of ['indexed', 'plain'])
        seed.insertMany(name, [
          ...places.map((place) => ({ ...place, at: point(place.at) })),
          { _id: 'nowhere' },
        ])
    },
  })
  db = sdkDatabase(cloud.url)
  _ = db.command
})
afterAll(() => cloud.close())

const ids = async (query: any): Promise<any[]> =>
  (await query.limit(1000).get()).data.map((doc: any) => doc._id)
const nearIds = (max: number, min = 0) =>
  places
    .map(({ _id, at }) => ({ _id, d: metres(at, CENTER) }))
    .filter(({ d }) => d <= max && d >= min)
    .sort((a, b) => a.d - b.d)
    .map(({ _id }) => _id)

/** The same query on both collections; answers what the indexed one examined. */
async function both(query: object, wanted: unknown[], ordered = false): Promise<number> {
  const sorted = (list: any[]) => (ordered ? list : [...list].sort((a, b) => a - b))
  expect(sorted(await ids(db.collection('plain').where(query)))).toEqual(wanted)
  await cloud.post('/stats/reset')
  expect(sorted(await ids(db.collection('indexed').where(query)))).toEqual(wanted)
  return (await cloud.get('/stats')).operations[0].documentsExamined
}

test('geoNear answers by distance, between its limits, and the index spares the rest', async () => {
  const geometry = new db.Geo.Point(CENTER[0], CENTER[1])
  const near = { at: _.geoNear({ geometry, maxDistance: 1000, minDistance: 200 }) }
  const wanted = nearIds(1000, 200)
  expect(wanted.length).toBeGreaterThan(10)
  expect(await both(near, wanted, true)).toBeLessThan(wanted.length * 10)
  const clinics = wanted.filter((id) => id % 2 === 0)
  expect(await both({ kind: 'clinic', ...near }, clinics, true)).toBeLessThan(clinics.length * 12)
  expect(
    (
      await db
        .collection('indexed')
        .where({ at: _.geoNear({ geometry }) })
        .limit(3)
        .get()
    ).data.map((doc: any) => doc._id),
  ).toEqual(nearIds(Infinity).slice(0, 3))
})

test('geoWithin: a circle in radians, a polygon, a polygon with a hole, several polygons', async () => {
  const circle = { at: _.geoWithin({ centerSphere: [CENTER, 2000 / RADIUS] }) }
  const inCircle = nearIds(2000).sort((a, b) => a - b)
  expect(await both(circle, inCircle)).toBeLessThan(inCircle.length * 6)
  const box = (d: number) =>
    [
      [-d, -d],
      [d, -d],
      [d, d],
      [-d, d],
      [-d, -d],
    ].map(([x, y]) => [CENTER[0]! + x!, CENTER[1]! + y!])
  const inBox = (d: number) =>
    places
      .filter(({ at }) => Math.abs(at[0]! - CENTER[0]!) < d && Math.abs(at[1]! - CENTER[1]!) < d)
      .map(({ _id }) => _id)
  const line = (positions: number[][]) =>
    new db.Geo.LineString(positions.map(([x, y]) => new db.Geo.Point(x, y)))
  const outer = new db.Geo.Polygon([line(box(0.02))])
  expect(await both({ at: _.geoWithin({ geometry: outer }) }, inBox(0.02))).toBeLessThan(
    inBox(0.02).length * 6,
  )
  const holed = new db.Geo.Polygon([line(box(0.02)), line(box(0.01))])
  const small = new Set(inBox(0.01))
  const ring = inBox(0.02).filter((id) => !small.has(id))
  await both({ at: _.geoWithin({ geometry: holed }) }, ring)
  await both(
    {
      at: _.geoIntersects({
        geometry: new db.Geo.MultiPolygon([new db.Geo.Polygon([line(box(0.01))]), holed]),
      }),
    },
    inBox(0.02),
  )
})

test('geo types come back as they went in, and meet each other', async () => {
  const { Point, LineString, Polygon, MultiPoint, MultiLineString, MultiPolygon } = db.Geo
  const p = (x: number, y: number) => new Point(x, y)
  const street = new LineString([p(0, 0), p(1, 1)])
  const yard = new Polygon([new LineString([p(0, 0), p(2, 0), p(2, 2), p(0, 2), p(0, 0)])])
  const shapes: Record<string, any> = {
    point: p(1, 1),
    street,
    yard,
    points: new MultiPoint([p(1, 1), p(5, 5)]),
    streets: new MultiLineString([street, new LineString([p(5, 5), p(6, 6)])]),
    yards: new MultiPolygon([yard]),
    far: p(50, 50),
  }
  const shapesIn = db.collection('shapes')
  for (const [_id, at] of Object.entries(shapes)) await shapesIn.add({ data: { _id, at } })
  expect((await shapesIn.doc('point').get()).data.at).toEqual(p(1, 1))
  const [stored] = (
    await rawDatabase(cloud.url, 'shapes').send('getDocument', { query: '{"_id":"street"}' })
  ).data.list
  expect(JSON.parse(stored).at.coordinates[1][0]).toEqual({ $numberInt: '1' })
  expect((await shapesIn.doc('yards').get()).data.at.toJSON()).toMatchObject({
    type: 'MultiPolygon',
  })
  const meets = (geometry: any) =>
    ids(shapesIn.where({ at: _.geoIntersects({ geometry }) })).then((list) => list.sort())
  expect(await meets(p(1, 1))).toEqual(['point', 'points', 'street', 'streets', 'yard', 'yards'])
  expect(await meets(new LineString([p(0, 1), p(1, 0)]))).toEqual([
    'street',
    'streets',
    'yard',
    'yards',
  ])
  expect(await meets(new LineString([p(4, 5), p(6, 7.5)]))).toEqual([])
  expect(await meets(yard)).toEqual(['point', 'points', 'street', 'streets', 'yard', 'yards'])
  const within = await ids(
    shapesIn.where({
      at: _.geoWithin({
        geometry: new Polygon([
          new LineString([p(-1, -1), p(3, -1), p(3, 3), p(-1, 3), p(-1, -1)]),
        ]),
      }),
    }),
  )
  expect(within.sort()).toEqual(['point', 'street', 'yard', 'yards'])
  const bad = await rawDatabase(cloud.url, 'shapes').insert({
    at: { type: 'Point', coordinates: [200, 0] },
  })
  expect(bad.message).toContain("Can't extract geo keys")
  expect(bad.message).toContain('longitude/latitude is out of bounds, lng: 200 lat: 0')
})

test('$geoNear: distances by the measured formula, multiplied, with the place, and limits', async () => {
  const near = { longitude: CENTER[0], latitude: CENTER[1] }
  const { list } = await db
    .collection('indexed')
    .aggregate()
    .geoNear({
      near,
      distanceField: 'far.away',
      maxDistance: 500,
      spherical: true,
      distanceMultiplier: 0.001,
      includeLocs: 'loc',
      query: { kind: 'shop' },
      key: 'at',
    })
    .end()
  const wanted = nearIds(500).filter((id) => id % 2 === 1)
  expect(list.map((doc: any) => doc._id)).toEqual(wanted)
  expect(list[0].far.away).toBe(metres(places[wanted[0]!]!.at, CENTER) * 0.001)
  expect(list[0].loc).toEqual(list[0].at)
})

test('$geoNear finds its index by itself, and says when there is none or it is not first', async () => {
  const near = { longitude: 0, latitude: 0 }
  const on = (name: string) => db.collection(name).aggregate()
  expect(
    (await on('indexed').geoNear({ near, distanceField: 'd', spherical: true }).limit(1).end())
      .list,
  ).toHaveLength(1)
  const refusal = (pipeline: any) =>
    pipeline.end().then(
      () => '',
      (error: any) => error.errMsg,
    )
  expect(await refusal(on('plain').geoNear({ near, distanceField: 'd' }))).toContain(
    'requires a 2d or 2dsphere index',
  )
  expect(
    await refusal(on('indexed').match({ kind: 'shop' }).geoNear({ near, distanceField: 'd' })),
  ).toContain('only valid as the first stage')
})

test('count and $match refuse a geoNear, as MongoDB does; geoWithin may stand in $match', async () => {
  const geometry = new db.Geo.Point(CENTER[0], CENTER[1])
  const refusal = (promise: Promise<unknown>) =>
    promise.then(
      () => '',
      (error: any) => error.errMsg,
    )
  expect(
    await refusal(
      db
        .collection('indexed')
        .where({ at: _.geoNear({ geometry, maxDistance: 5 }) })
        .count(),
    ),
  ).toContain('are not allowed in this context')
  const { list } = await db
    .collection('indexed')
    .aggregate()
    .match({ at: _.geoWithin({ centerSphere: [CENTER, 500 / RADIUS] }) })
    .count('n')
    .end()
  expect(list).toEqual([{ n: nearIds(500).length }])
})

test('across the 180th meridian and at a pole', async () => {
  const globe = db.collection('globe')
  await rawDatabase(cloud.url, 'globe').insert(
    { _id: 'east', at: point([179.99, 0]) },
    { _id: 'west', at: point([-179.99, 0]) },
    { _id: 'pole', at: point([10, 89.99]) },
  )
  const near = (x: number, y: number) =>
    ids(globe.where({ at: _.geoNear({ geometry: new db.Geo.Point(x, y), maxDistance: 5000 }) }))
  expect(await near(179.985, 0)).toEqual(['east', 'west'])
  expect(await near(-170, 90)).toEqual(['pole'])
})
