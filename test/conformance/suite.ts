import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

/** A database of the real SDK, wherever it leads. The SDK has no types of its own. */
export interface Target {
  name: string
  skipped?: boolean
  open: () => Promise<{ db: any; close: () => Promise<void> }>
}

const COLLECTION = 'conformance'

/**
 * What the local cloud and the real one must answer alike. Everything lies in one collection, each
 * test's documents under an id of its own, and is removed at the end: a real environment keeps only
 * the empty collection.
 */
export function conforms({ name, skipped = false, open }: Target): void {
  describe.skipIf(skipped)(name, () => {
    let target: Awaited<ReturnType<Target['open']>>
    let db: any
    let _: any
    let $: any
    let all: any
    let run: string

    beforeAll(async () => {
      target = await open()
      db = target.db
      _ = db.command
      $ = _.aggregate
      all = db.collection(COLLECTION)
      await db.createCollection(COLLECTION).catch((error: any) => {
        if (!String(error.errMsg).includes('exist')) throw error
      })
    })
    afterAll(async () => {
      await all.where({ run: _.exists(true) }).remove()
      await target.close()
    })
    beforeEach(() => {
      run = randomUUID()
    })

    const id = (name_: string) => `${run}:${name_}`
    const put = (...docs: { _id: string; [field: string]: unknown }[]) =>
      Promise.all(docs.map((doc) => all.add({ data: { ...doc, _id: id(doc._id), run } })))
    const ids = async (query: object) =>
      (
        await all
          .where({ run, ...query })
          .orderBy('_id', 'asc')
          .get()
      ).data.map((doc: any) => doc._id.slice(run.length + 1))
    const one = async (name_: string) => {
      const { _id, run: _run, ...rest } = (await all.doc(id(name_)).get()).data
      return rest
    }
    const failure = (promise: Promise<unknown>): Promise<any> =>
      promise.then(
        () => ({ errMsg: 'it succeeded' }),
        (error) => error,
      )
    const aggregate = () => all.aggregate().match({ run })

    test('types come back as they went in', async () => {
      const data = {
        at: new Date(1_700_000_000_123),
        big: 1_790_000_000_000,
        half: 0.5,
        none: null,
        list: [1, 'two', { three: 3 }],
        text: '社区 😀',
      }
      await put({ _id: 'a', ...data })
      expect(await one('a')).toEqual(data)
    })

    test('query operators', async () => {
      await put(
        { _id: 'a', n: 1, tags: ['x', 'y'] },
        { _id: 'b', n: 2, tags: ['y'] },
        {
          _id: 'c',
          n: null,
          list: [
            { p: 1, q: 9 },
            { p: 5, q: 2 },
          ],
        },
        { _id: 'd', text: 'Hello' },
      )
      expect(await ids({ n: _.gt(0).and(_.lt(2)) })).toEqual(['a'])
      expect(await ids({ n: _.in([2, null]) })).toEqual(['b', 'c', 'd'])
      expect(await ids({ n: _.neq(1) })).toEqual(['b', 'c', 'd'])
      expect(await ids({ n: _.exists(false) })).toEqual(['d'])
      expect(await ids({ tags: _.all(['x', 'y']) })).toEqual(['a'])
      expect(await ids({ tags: _.size(1) })).toEqual(['b'])
      expect(await ids({ list: _.elemMatch({ p: _.gt(2), q: _.gt(5) }) })).toEqual([])
      expect(await ids({ 'list.p': 5, 'list.q': 9 })).toEqual(['c'])
      expect(await ids({ text: db.RegExp({ regexp: '^hel', options: 'i' }) })).toEqual(['d'])
      expect(await ids({ n: _.mod(2, 0) })).toEqual(['b'])
    })

    test('update operators, nested objects are merged, set replaces', async () => {
      await put({ _id: 'a', n: 1, list: [3, 1, 2], deep: { a: 1, b: 2 }, old: 1 })
      const update = (data: object) => all.doc(id('a')).update({ data })
      await update({
        n: _.inc(4),
        list: _.push({ each: [5, 0], sort: 1, slice: 4 }),
        deep: { a: 9 },
        'new.path': 'made',
        old: _.rename('renamed'),
      })
      expect(await one('a')).toEqual({
        n: 5,
        list: [0, 1, 2, 3],
        deep: { a: 9, b: 2 },
        new: { path: 'made' },
        renamed: 1,
      })
      await update({
        deep: _.set({ only: 1 }),
        list: _.pull(_.gte(2)),
        new: _.remove(),
        renamed: _.mul(3),
      })
      expect(await one('a')).toEqual({ n: 5, list: [0, 1], deep: { only: 1 }, renamed: 3 })
      await update({ list: _.addToSet({ $each: [1, 7] }), n: _.max(9) })
      expect(await one('a')).toMatchObject({ list: [0, 1, 7], n: 9 })
      await all.doc(id('a')).set({ data: { run, c: 3 } })
      expect(await one('a')).toEqual({ c: 3 })
    })

    test('updates that MongoDB refuses', async () => {
      await put({ _id: 'a', n: null, s: 'text' })
      const refused = async (data: object) =>
        (await failure(all.doc(id('a')).update({ data }))).errCode
      expect(await refused({ n: _.inc(1) })).toBe(-502001)
      expect(await refused({ s: _.push([1]) })).toBe(-502001)
      expect(await refused({ n: { deep: 1 } })).toBe(-502001)
      expect(await refused({ list: _.push({ each: [1], sort: 2 }) })).toBe(-502001)
      expect(await refused({ list: _.push({ each: [1], slice: 'x' }) })).toBe(-502001)
      expect(await refused({ s: _.rename('s') })).toBe(-502001)
      expect(await refused({ 's.$': 1 })).toBe(-502001)
      expect(await one('a')).toEqual({ n: null, s: 'text' })
    })

    test('addToSet adds each that is not there; the positional $ is the member the query found', async () => {
      const list = [
        { id: 1, n: 1 },
        { id: 2, n: 1 },
      ]
      await put({ _id: 'a', tags: ['x'], list })
      await all.doc(id('a')).update({ data: { tags: _.addToSet({ $each: ['x', 'y'] }) } })
      await all.where({ run, 'list.id': 2 }).update({ data: { 'list.$.n': _.inc(4) } })
      await all
        .where({ run, list: _.elemMatch({ id: 1, n: 1 }) })
        .update({ data: { 'list.$.hit': true } })
      expect(await one('a')).toEqual({
        tags: ['x', 'y'],
        list: [
          { id: 1, n: 1, hit: true },
          { id: 2, n: 5 },
        ],
      })
    })

    test('errors: a taken _id, an unknown collection, a document that is not there', async () => {
      await put({ _id: 'a' })
      const taken = await failure(all.add({ data: { _id: id('a') } }))
      expect(taken).toMatchObject({
        errCode: -502001,
        errMsg: expect.stringContaining('E11000 duplicate key error'),
      })
      expect((await failure(db.collection('conformance_nowhere').get())).errCode).toBe(-502005)
      expect((await failure(all.doc(id('z')).get())).errMsg).toContain('does not exist')
      expect((await all.doc(id('z')).update({ data: { n: 1 } })).stats.updated).toBe(0)
    })

    test('multi update, remove and count say how many', async () => {
      await put({ _id: 'a', n: 1 }, { _id: 'b', n: 1 }, { _id: 'c', n: 2 })
      expect((await all.where({ run, n: 1 }).update({ data: { n: 5 } })).stats.updated).toBe(2)
      expect((await all.where({ run, n: 5 }).count()).total).toBe(2)
      expect((await all.where({ run, n: 5 }).remove()).stats.removed).toBe(2)
    })

    test('order, skip, limit and projection', async () => {
      await put({ _id: 'a', n: 2, s: { x: 1, y: 2 } }, { _id: 'b', n: 1 }, { _id: 'c', n: 3 })
      const page = await all
        .where({ run })
        .orderBy('n', 'desc')
        .skip(1)
        .limit(2)
        .field({ n: true, _id: false })
        .get()
      expect(page.data).toEqual([{ n: 2 }, { n: 1 }])
      const { data } = await all.where({ run, n: 2 }).field({ 's.y': true }).get()
      expect(data).toEqual([{ _id: id('a'), s: { y: 2 } }])
    })

    test('aggregates: group, unwind, project, sort, bucket, lookup with a pipeline', async () => {
      await put(
        { _id: 'a', kind: 'x', n: 1, tags: ['p', 'q'] },
        { _id: 'b', kind: 'y', n: 2, tags: ['q'] },
        { _id: 'c', kind: 'x', n: 3 },
      )
      const list = async (pipeline: any) => (await pipeline.end()).list
      expect(
        await list(
          aggregate()
            .group({ _id: '$kind', sum: $.sum('$n'), all: $.push('$tags') })
            .sort({ _id: 1 }),
        ),
      ).toEqual([
        { _id: 'x', sum: 4, all: [['p', 'q']] },
        { _id: 'y', sum: 2, all: [['q']] },
      ])
      expect(await list(aggregate().unwind('$tags').sortByCount('$tags'))).toEqual([
        { _id: 'q', count: 2 },
        { _id: 'p', count: 1 },
      ])
      expect(
        await list(
          aggregate()
            .sort({ n: 1 })
            .project({ _id: 0, v: $.cond([$.gt(['$n', 2]), 'many', 'few']) }),
        ),
      ).toEqual([{ v: 'few' }, { v: 'few' }, { v: 'many' }])
      expect(await list(aggregate().bucket({ groupBy: '$n', boundaries: [0, 2, 9] }))).toEqual([
        { _id: 0, count: 1 },
        { _id: 2, count: 2 },
      ])
      expect(await list(aggregate().match({ n: 99 }).count('total'))).toEqual([])
      const pipeline = $.pipeline()
        .match(_.expr($.and([$.eq(['$run', '$$run']), $.gt(['$n', '$$n'])])))
        .sort({ n: 1 })
        .project({ _id: 0, n: 1 })
        .done()
      const more = aggregate()
        .sort({ n: 1 })
        .lookup({ from: COLLECTION, let: { run: '$run', n: '$n' }, pipeline, as: 'more' })
        .project({ _id: 0, more: 1 })
      expect(await list(more)).toEqual([
        { more: [{ n: 2 }, { n: 3 }] },
        { more: [{ n: 3 }] },
        { more: [] },
      ])
    })

    test('expressions order by type, and missing is not null', async () => {
      await put({ _id: 'a', n: 1, none: null })
      const { list } = await aggregate()
        .project({
          _id: 0,
          lt: $.lt(['$missing', '$n']),
          eq: $.eq(['$missing', '$none']),
          week: $.week(new Date('2026-11-22')),
        })
        .end()
      expect(list).toEqual([{ lt: true, eq: false, week: 47 }])
    })

    test('a transaction commits all or nothing, and sees its own writes', async () => {
      await put({ _id: 'a', n: 10 }, { _id: 'b', n: 0 })
      const move = async (transaction: any) => {
        await transaction
          .collection(COLLECTION)
          .doc(id('a'))
          .update({ data: { n: _.inc(-3) } })
        await transaction
          .collection(COLLECTION)
          .doc(id('b'))
          .update({ data: { n: _.inc(3) } })
        return (await transaction.collection(COLLECTION).doc(id('a')).get()).data.n
      }
      const undone = await db.startTransaction()
      expect(await move(undone)).toBe(7)
      await undone.rollback()
      expect(await one('a')).toEqual({ n: 10 })
      const kept = await db.startTransaction()
      await move(kept)
      await kept.commit()
      expect([(await one('a')).n, (await one('b')).n]).toEqual([7, 3])
    })

    test('the first writer wins', async () => {
      await put({ _id: 'a', n: 1 })
      const [first, second] = [await db.startTransaction(), await db.startTransaction()]
      const doc = (transaction: any) => transaction.collection(COLLECTION).doc(id('a'))
      await doc(first).get()
      await doc(second).get()
      await doc(first).update({ data: { n: 2 } })
      expect(await failure(doc(second).update({ data: { n: 3 } }))).toMatchObject({
        errCode: -501001,
        errMsg: expect.stringMatching(
          /^document\.update:fail -501001 .*\[ResourceUnavailable\.TransactionConflict\]/,
        ),
      })
      await first.commit()
      expect(await one('a')).toEqual({ n: 2 })
    })
  })
}
