import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startTestCloud, type TestCloud } from './cloud'
import { sdkDatabase } from './sdk'

let cloud: TestCloud
let db: any // The real SDK has no types of its own.
let _: any

beforeAll(async () => {
  cloud = await startTestCloud()
  db = sdkDatabase(cloud.url)
  _ = db.command
})
afterAll(() => cloud.close())

let things: any
let made = 0
beforeEach(async () => {
  const name = `things${++made}`
  await db.createCollection(name)
  things = db.collection(name)
})

const put = (...docs: object[]) => Promise.all(docs.map((data) => things.add({ data })))
const ids = async (query: any) => (await query.get()).data.map((doc: any) => doc._id)
const one = async (id: string | number) => (await things.doc(id).get()).data
const failure = async (promise: Promise<unknown>): Promise<any> =>
  promise.then(
    () => undefined,
    (error) => error,
  )

test('documents come back as they went in: dates, null, nested, long and fractional numbers', async () => {
  const at = new Date('2026-01-02T03:04:05.006Z')
  const data = {
    _id: 'x',
    at,
    big: 1_790_000_000_000,
    half: 0.5,
    neg: -7,
    none: null,
    list: [1, 'two', { three: 3 }],
    text: '社区 "引号" \u0000 😀',
    ['__proto__x']: 1,
  }
  await put(data)
  expect(await one('x')).toEqual(data)
})

test('a generated _id is 32 hex characters; doc(5) and doc("5") differ', async () => {
  const { _id } = (await put({}))[0]
  expect(_id).toMatch(/^[0-9a-f]{32}$/)
  await put({ _id: 5, kind: 'number' }, { _id: '5', kind: 'text' })
  expect((await one(5)).kind).toBe('number')
  expect((await one('5')).kind).toBe('text')
})

test('a taken _id is refused with E11000, an unknown collection by its code', async () => {
  await put({ _id: 'x' })
  const taken = await failure(things.add({ data: { _id: 'x' } }))
  expect(taken.errCode).toBe(-502001)
  expect(taken.errMsg).toContain('E11000 duplicate key error collection')
  const missing = await failure(db.collection('nowhere').get())
  expect(missing.errCode).toBe(-502005)
  expect(missing.errMsg).toContain('Db or Table not exist: nowhere')
  const again = await failure(db.createCollection(`things${made}`))
  expect(again.errMsg).toContain('Table exist')
})

test('query operators', async () => {
  await put(
    { _id: 'a', n: 1, tags: ['x', 'y'], at: { deep: 1 } },
    { _id: 'b', n: 2, tags: ['y'], at: { deep: 2 } },
    { _id: 'c', n: null, tags: [] },
    { _id: 'd', text: 'Hello' },
    {
      _id: 'e',
      items: [
        { p: 1, q: 9 },
        { p: 5, q: 2 },
      ],
    },
  )
  const where = (query: object) => ids(things.where(query))
  expect(await where({ n: _.gt(0) })).toEqual(['a', 'b'])
  expect(await where({ n: _.gte(1).and(_.lt(2)) })).toEqual(['a'])
  expect(await where({ n: _.in([2, null]) })).toEqual(['b', 'c', 'd', 'e'])
  expect(await where({ n: _.nin([1, null]) })).toEqual(['b'])
  expect(await where({ n: _.neq(1) })).toEqual(['b', 'c', 'd', 'e'])
  expect(await where({ n: null })).toEqual(['c', 'd', 'e'])
  expect(await where({ n: _.gte(null) })).toEqual(['c', 'd', 'e'])
  expect(await where({ n: _.exists(false) })).toEqual(['d', 'e'])
  expect(await where({ tags: 'y' })).toEqual(['a', 'b'])
  expect(await where({ tags: _.all(['x', 'y']) })).toEqual(['a'])
  expect(await where({ tags: _.size(0) })).toEqual(['c'])
  expect(await where({ 'at.deep': 2 })).toEqual(['b'])
  expect(await where({ at: { deep: _.lt(2) } })).toEqual(['a'])
  expect(await where({ text: db.RegExp({ regexp: '^hel', options: 'i' }) })).toEqual(['d'])
  expect(await where({ items: _.elemMatch({ p: _.gt(2), q: _.gt(5) }) })).toEqual([])
  expect(await where({ items: _.elemMatch({ p: _.gt(2), q: 2 }) })).toEqual(['e'])
  expect(await where({ items: _.not(_.elemMatch({ p: 1 })) })).toEqual(['a', 'b', 'c', 'd'])
  expect(await where({ 'items.p': 5, 'items.q': 9 })).toEqual(['e'])
  expect(await where(_.or([{ n: 1 }, { text: 'Hello' }]))).toEqual(['a', 'd'])
  expect(await where({ n: _.mod(2, 0) })).toEqual(['b'])
})

test('{"a.b": null} looks into arrays, and $elemMatch on a field matches documents only', async () => {
  await put(
    { _id: 'a', list: [{ b: 1 }, {}] },
    { _id: 'b', list: [{ b: 1 }] },
    { _id: 'c', list: [1] },
  )
  expect(await ids(things.where({ 'list.b': null }))).toEqual(['a'])
  expect(await ids(things.where({ list: _.elemMatch({ b: _.neq(7) }) }))).toEqual(['a', 'b'])
})

test('order, skip, limit, projection', async () => {
  await put(
    { _id: 'a', n: 2, s: { x: 1, y: 2 } },
    { _id: 'b', n: 1, s: { x: 3, y: 4 } },
    { _id: 'c', n: 2, s: { x: 0, y: 6 } },
    { _id: 'd', n: [0, 9] },
  )
  expect(await ids(things.orderBy('n', 'desc').orderBy('s.x', 'asc'))).toEqual(['d', 'c', 'a', 'b'])
  expect(await ids(things.orderBy('n', 'asc').skip(1).limit(2))).toEqual(['b', 'a'])
  const { data } = await things
    .where({ _id: 'a' })
    .field({ s: { y: true } })
    .get()
  expect(data).toEqual([{ _id: 'a', s: { y: 2 } }])
  expect((await things.doc('b').field({ s: false }).get()).data).toEqual({ _id: 'b', n: 1 })
})

test('get returns 100 by default and 1,000 at most', async () => {
  await db
    .collection(`things${made}`)
    .add({ data: Array.from({ length: 1001 }, (_, n) => ({ n })) })
  expect((await things.count()).total).toBe(1001)
  expect((await things.get()).data).toHaveLength(100)
  expect((await things.limit(5000).get()).data).toHaveLength(1000)
})

test('update operators', async () => {
  await put({ _id: 'x', n: 1, list: [3, 1, 2], deep: { a: 1, b: 2 }, old: 1 })
  await things.doc('x').update({
    data: {
      n: _.inc(4),
      list: _.push({ each: [5, 0], sort: 1, slice: 4 }),
      deep: { a: 9 },
      'new.path': 'made',
      old: _.rename('renamed'),
      gone: _.remove(),
      lo: _.min(3),
      at: db.serverDate({ offset: 60_000 }),
    },
  })
  const doc = await one('x')
  expect(doc).toMatchObject({
    n: 5,
    list: [0, 1, 2, 3],
    deep: { a: 9, b: 2 },
    new: { path: 'made' },
    renamed: 1,
    lo: 3,
  })
  expect(Math.abs(doc.at.getTime() - Date.now() - 60_000)).toBeLessThan(5000)
  await things.doc('x').update({ data: { deep: _.set({ only: 1 }), list: _.pull(_.gte(2)) } })
  expect(await one('x')).toMatchObject({ deep: { only: 1 }, list: [0, 1] })
  await things.doc('x').update({ data: { list: _.addToSet({ $each: [1, 7] }) } })
  await things.doc('x').update({ data: { list: _.pop() } })
  await things.doc('x').update({ data: { list: _.unshift([8]) } })
  expect((await one('x')).list).toEqual([8, 0, 1])
  await things.doc('x').update({ data: { 'list.4': 1 } })
  expect((await one('x')).list).toEqual([8, 0, 1, null, 1])
})

test('pull with a condition on members, the positional $ and $[]', async () => {
  await put({
    _id: 'x',
    m: [
      { id: 1, n: 1 },
      { id: 2, n: 1 },
      { id: 3, n: 1 },
    ],
  })
  await things.where({ 'm.id': 2 }).update({ data: { 'm.$.n': 5 } })
  expect((await one('x')).m.map((item: any) => item.n)).toEqual([1, 5, 1])
  await things.doc('x').update({ data: { 'm.$[].n': _.inc(1) } })
  expect((await one('x')).m.map((item: any) => item.n)).toEqual([2, 6, 2])
  await things.doc('x').update({ data: { m: _.pull({ id: _.in([1, 3]) }) } })
  expect((await one('x')).m).toEqual([{ id: 2, n: 6 }])
})

test('updates that MongoDB refuses are refused and change nothing', async () => {
  await put({ _id: 'x', n: null, s: 'text', list: [1] })
  const refused = async (data: object, text: string) => {
    const error = await failure(things.doc('x').update({ data }))
    expect(error?.errCode).toBe(-502001)
    expect(error.errMsg).toContain(text)
  }
  await refused({ n: _.inc(1) }, 'Cannot apply $inc to a value of non-numeric type')
  await refused({ s: _.push([1]) }, "The field 's' must be an array but is of type string")
  await refused({ s: _.pull(1) }, 'Cannot apply $pull to a non-array value')
  await refused({ n: { deep: 1 } }, "Cannot create field 'deep' in element {n: null}")
  expect(await one('x')).toEqual({ _id: 'x', n: null, s: 'text', list: [1] })
})

test('where().update changes all that match, once; an update that changes nothing counts as none', async () => {
  await put({ _id: 'a', n: 1 }, { _id: 'b', n: 1 }, { _id: 'c', n: 2 })
  const update = (query: object, data: object) => things.where(query).update({ data })
  expect((await update({ n: 1 }, { n: 5 })).stats.updated).toBe(2)
  expect((await update({ n: 5 }, { n: 5 })).stats.updated).toBe(0)
  expect((await update({ n: 1 }, { n: 5 })).stats.updated).toBe(0)
  expect((await things.where({ n: 5 }).remove()).stats.removed).toBe(2)
  expect(await ids(things)).toEqual(['c'])
})

test('set replaces or makes; get of what is missing throws', async () => {
  expect(await things.doc('x').set({ data: { a: 1, b: 2 } })).toMatchObject({
    _id: 'x',
    stats: { created: 1 },
  })
  expect(await things.doc('x').set({ data: { c: 3 } })).toMatchObject({
    stats: { updated: 1, created: 0 },
  })
  expect(await one('x')).toEqual({ _id: 'x', c: 3 })
  expect((await failure(things.doc('y').get())).errMsg).toContain(
    'document with _id y does not exist',
  )
  expect((await things.doc('y').update({ data: { a: 1 } })).stats.updated).toBe(0)
})

test('aggregates: match, group, sort, project, unwind, lookup, count', async () => {
  await put(
    { _id: 'a', kind: 'x', n: 1, tags: ['p', 'q'] },
    { _id: 'b', kind: 'y', n: 2, tags: ['q'] },
    { _id: 'c', kind: 'x', n: 3 },
  )
  const $ = _.aggregate
  const run = async (pipeline: any) => (await pipeline.end()).list
  expect(
    await run(
      things
        .aggregate()
        .match({ n: _.gt(0) })
        .group({ _id: '$kind', sum: $.sum('$n'), all: $.push('$tags') })
        .sort({ _id: 1 }),
    ),
  ).toEqual([
    { _id: 'x', sum: 4, all: [['p', 'q']] },
    { _id: 'y', sum: 2, all: [['q']] },
  ])
  expect(await run(things.aggregate().unwind('$tags').sortByCount('$tags'))).toEqual([
    { _id: 'q', count: 2 },
    { _id: 'p', count: 1 },
  ])
  expect(
    await run(
      things
        .aggregate()
        .sort({ n: -1 })
        .limit(1)
        .project({ twice: $.multiply(['$n', 2]) }),
    ),
  ).toEqual([{ _id: 'c', twice: 6 }])
  expect(await run(things.aggregate().match({ n: 99 }).count('total'))).toEqual([])
  await db.createCollection(`kinds${made}`)
  await db.collection(`kinds${made}`).add({ data: { _id: 'x', name: 'the x' } })
  const joined = things
    .aggregate()
    .lookup({ from: `kinds${made}`, localField: 'kind', foreignField: '_id', as: 'info' })
  expect((await run(joined)).map((doc: any) => doc.info.map((info: any) => info.name))).toEqual([
    ['the x'],
    [],
    ['the x'],
  ])
  const piped = things.aggregate().lookup({
    from: `kinds${made}`,
    let: { kind: '$kind' },
    pipeline: $.pipeline()
      .match(_.expr($.eq(['$_id', '$$kind'])))
      .project({ _id: 0, name: 1 })
      .done(),
    as: 'info',
  })
  expect((await run(piped))[0].info).toEqual([{ name: 'the x' }])
  expect(
    (
      await run(
        things
          .aggregate()
          .lookup({ from: 'nowhere', localField: 'kind', foreignField: '_id', as: 'i' }),
      )
    )[0].i,
  ).toEqual([])
})

test('a bad query is refused, not answered wrongly', async () => {
  const bad = await fetch(`${cloud.url}/admin`, {
    method: 'POST',
    headers: { authorization: 'signed' },
    body: JSON.stringify({
      action: 'database.getDocument',
      collectionName: `things${made}`,
      query: '{"n":{"$foo":1}}',
    }),
  })
  expect(await bad.json()).toMatchObject({
    code: 'DATABASE_REQUEST_FAILED',
    message: expect.stringContaining('$foo'),
  })
  const refused = await failure(things.aggregate().match({ $nonsense: 1 }).end())
  expect(refused).toBeDefined()
})
