import cloudSdk from 'wx-server-sdk'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as db from '../../cloudfunctions/shared/db'
import * as tx from '../../cloudfunctions/shared/tx'
import { startTestCloud, type TestCloud } from '../support/cloud'
import { pointSdkAt } from '../support/database'

/**
 * Each weakness of the SDK that shared/db.ts guards against, shown on the real SDK first: should a
 * newer SDK lose one, its first half fails and the guard can go.
 */

interface Doc {
  _id: string
  owner: string
  left?: number
  seats?: Record<string, unknown>
}

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud({ seed: 'none' })
  pointSdkAt(cloud.url)
})
afterAll(() => cloud.close())

const raw = () => cloudSdk.database()
/** Any declared collection will do; these tests use the one of services. */
const NAME = 'services'
const guarded = () => db.collection<Doc>(NAME)

beforeEach(async () => {
  await raw()
    .collection(NAME)
    .where({ _id: raw().command.exists(true) })
    .remove()
  for (const [id, owner] of [
    ['a', 'x'],
    ['b', 'y'],
    ['c', 'y'],
  ]) {
    await raw()
      .collection(NAME)
      .add({ data: { _id: id, owner, left: 1, seats: { r1: { n: 1, old: true } } } })
  }
})

const idsOf = async (where: object) => {
  const { data } = (await raw().collection(NAME).where(where).get()) as unknown as { data: Doc[] }
  return data.map(({ _id }) => _id)
}

const unsafe = (problem: RegExp): unknown =>
  expect.objectContaining({
    name: 'UnsafeDatabaseUse',
    message: expect.stringMatching(problem) as unknown,
  })

test('a document is removed only while the conditions hold, and no other with it', async () => {
  expect(await guarded().removeIf('b', { owner: 'x' })).toBe(false)
  expect(await guarded().removeIf('b', { owner: 'y' })).toBe(true)
  expect(await guarded().removeIf('b', { owner: 'y' })).toBe(false)
  expect((await idsOf({ owner: 'y' })).sort()).toEqual(['c'])
  await expect(guarded().removeIf('c', {})).rejects.toEqual(unsafe(/selects everything/))
})

describe('filters', () => {
  test('an undefined condition vanishes; the guard refuses it', async () => {
    expect(await idsOf({ _id: 'a', owner: undefined })).toEqual(['a'])
    await expect(
      guarded().list({ where: { _id: 'a', owner: undefined }, limit: 1 }),
    ).rejects.toEqual(unsafe(/owner/))
  })

  test('an empty object vanishes; the guard refuses it', async () => {
    expect(await idsOf({ owner: {} })).toEqual(['a', 'b', 'c'])
    await expect(guarded().list({ where: { owner: {} }, limit: 1 })).rejects.toEqual(
      unsafe(/owner/),
    )
    await expect(guarded().list({ where: {}, limit: 1 })).rejects.toEqual(unsafe(/everything/))
  })

  test('an operator from outside passes through; the guard refuses it', async () => {
    expect(await idsOf({ _id: { $ne: 'a' } })).toEqual(['b', 'c'])
    const outside = JSON.parse('{"$ne":"a"}') as string
    await expect(guarded().find(outside)).rejects.toEqual(unsafe(/_id/))
    await expect(guarded().list({ where: { _id: outside }, limit: 1 })).rejects.toEqual(
      unsafe(/_id/),
    )
    await expect(guarded().list({ where: { _id: db._.eq(outside) }, limit: 1 })).rejects.toEqual(
      unsafe(/./),
    )
    await expect(guarded().list({ where: { $where: 'true' }, limit: 1 })).rejects.toEqual(
      unsafe(/path/),
    )
  })

  test('a command holding undefined matches what it should not; the guard refuses it', async () => {
    await expect(
      guarded().list({ where: { owner: db._.eq(undefined) }, limit: 1 }),
    ).rejects.toEqual(unsafe(/owner/))
    await expect(
      guarded().list({
        where: { owner: db._.not(db._.elemMatch({ from: db._.lt(undefined) })) },
        limit: 1,
      }),
    ).rejects.toEqual(unsafe(/owner/))
  })

  test('a joined condition inside an elemMatch matches nothing; the guard refuses it', async () => {
    const { _ } = db
    await guarded().insert({ _id: 'd', owner: 'z', claims: [{ at: 5 }] } as Doc)
    const joined = { claims: _.elemMatch({ at: _.gte(1).and(_.lt(9)) }) }
    expect(await idsOf(joined)).toEqual([])
    expect(await idsOf({ claims: _.elemMatch({ at: _.gte(1) }) })).toEqual(['d'])
    await expect(guarded().list({ where: joined, limit: 1 })).rejects.toEqual(unsafe(/joined/))
  })
})

describe('changes', () => {
  test('where().update() changes every match; updateOne changes the one it names', async () => {
    const { stats } = (await raw()
      .collection(NAME)
      .where({ owner: 'y' })
      .update({ data: { left: 0 } })) as unknown as { stats: { updated: number } }
    expect(stats.updated).toBe(2)
    expect(await guarded().updateOne('b', { owner: 'y' }, { left: 7 })).toBe(true)
    expect((await guarded().find('c'))?.left).toBe(0)
    expect((await guarded().find('b'))?.left).toBe(7)
  })

  test('one insert of several stops at an id that is taken; insertMissing adds those that are free', async () => {
    const docs = [
      { _id: 'b', owner: 'late' },
      { _id: 'd', owner: 'z' },
      { _id: 'e', owner: 'z' },
    ]
    await expect(raw().collection(NAME).add({ data: docs })).rejects.toThrow(/E11000/)
    expect(await idsOf({ owner: 'z' })).toEqual([])
    await guarded().insertMissing(docs)
    expect(await idsOf({ owner: 'z' })).toEqual(['d', 'e'])
    expect((await guarded().get('b')).owner).toBe('y')
    await guarded().insertMissing(docs)
    await guarded().insertMissing([])
    expect(await idsOf({ owner: 'z' })).toEqual(['d', 'e'])
    const odd = { _id: 'f', owner: undefined as unknown as string }
    await expect(guarded().insertMissing([odd])).rejects.toEqual(unsafe(/owner/))
    const many = Array.from({ length: 501 }, (_, n) => ({ _id: `n-${n}`, owner: 'n' }))
    await expect(guarded().insertMissing(many)).rejects.toThrow(RangeError)
  })

  test('two who add the same at once add each document once', async () => {
    const docs = Array.from({ length: 40 }, (_, n) => ({ _id: `t-${n}`, owner: 'twice' }))
    await Promise.all([guarded().insertMissing(docs), guarded().insertMissing(docs.slice(20))])
    expect((await idsOf({ owner: 'twice' })).length).toBe(40)
  })

  test('remove takes out the one it names, and nothing when it is not there', async () => {
    await guarded().remove('a')
    await guarded().remove('a')
    expect(await idsOf({ left: 1 })).toEqual(['b', 'c'])
  })

  test('updateMany changes those it names that meet the conditions', async () => {
    expect(await guarded().updateMany(['a', 'b', 'z'], { left: 1 }, { owner: 'z' })).toBe(2)
    expect(await guarded().updateMany(['a', 'b', 'c'], { owner: 'z' }, { left: 2 })).toBe(2)
    const { data } = (await raw().collection(NAME).orderBy('_id', 'asc').get()) as unknown as {
      data: Doc[]
    }
    expect(data.map(({ owner, left }) => [owner, left])).toEqual([
      ['z', 2],
      ['z', 2],
      ['y', 1],
    ])
    await expect(guarded().updateMany([], {}, { left: 3 })).rejects.toThrow(RangeError)
    const many = Array.from({ length: 501 }, (_, i) => `d${i}`)
    await expect(guarded().updateMany(many, {}, { left: 3 })).rejects.toThrow(RangeError)
    const ids = ['a', undefined] as unknown as string[]
    await expect(guarded().updateMany(ids, {}, { left: 3 })).rejects.toEqual(unsafe(/_id/))
    await expect(guarded().updateMany(['a'], { left: undefined }, { left: 3 })).rejects.toEqual(
      unsafe(/left/),
    )
    await expect(guarded().updateMany(['a'], {}, {})).rejects.toEqual(unsafe(/empty/))
  })

  test('an object is merged into the old one; updateOne writes it whole', async () => {
    await raw()
      .collection(NAME)
      .doc('a')
      .update({ data: { 'seats.r1': { n: 2 } } })
    expect((await guarded().find('a'))?.seats).toEqual({ r1: { n: 2, old: true } })
    await guarded().updateOne('b', {}, { 'seats.r1': { n: 2 } })
    expect((await guarded().find('b'))?.seats).toEqual({ r1: { n: 2 } })
  })

  test('the conditions decide at that moment, and the answer says so', async () => {
    const { _ } = db
    expect(await guarded().updateOne('a', { left: _.gte(1) }, { left: _.inc(-1) })).toBe(true)
    expect(await guarded().updateOne('a', { left: _.gte(1) }, { left: _.inc(-1) })).toBe(false)
    expect(await guarded().updateOne('a', { 'seats.r1': _.exists(false) }, { left: 9 })).toBe(false)
    expect(await guarded().updateOne('nobody', {}, { left: 9 })).toBe(false)
    expect((await guarded().find('a'))?.left).toBe(0)
  })

  test('undefined, operators, functions and _id are refused', async () => {
    await expect(guarded().updateOne('a', {}, { left: undefined })).rejects.toEqual(unsafe(/left/))
    await expect(guarded().updateOne('a', {}, { seats: { r1: undefined } })).rejects.toEqual(
      unsafe(/seats/),
    )
    await expect(guarded().updateOne('a', {}, { seats: { $inc: 1 } })).rejects.toEqual(
      unsafe(/seats/),
    )
    await expect(guarded().updateOne('a', {}, { 'seats.$[]': 1 })).rejects.toEqual(unsafe(/path/))
    await expect(guarded().updateOne('a', {}, { left: Number.NaN })).rejects.toEqual(unsafe(/left/))
    await expect(guarded().updateOne('a', {}, { _id: 'z' })).rejects.toEqual(unsafe(/_id/))
    await expect(guarded().updateOne('a', {}, {})).rejects.toEqual(unsafe(/empty/))
    await expect(
      guarded().updateOne('a', {}, { seats: db._.push([{ n: undefined }]) }),
    ).rejects.toEqual(unsafe(/seats/))
    expect(await guarded().find('a')).toMatchObject({ left: 1, seats: { r1: { n: 1 } } })
  })
})

test('an id is taken once', async () => {
  expect(await guarded().insert({ _id: 'd', owner: 'z' })).toBe('inserted')
  expect(await guarded().insert({ _id: 'd', owner: 'other' })).toBe('exists')
  expect((await guarded().find('d'))?.owner).toBe('z')
})

test('what is missing is null, or ends the call', async () => {
  expect(await guarded().find('nobody')).toBeNull()
  await expect(guarded().get('nobody')).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

describe('transactions', () => {
  test('where().update() inside one commits at once; our transaction does not offer it', async () => {
    const started = (await raw().startTransaction()) as {
      collection(name: string): { where(w: object): { update(o: object): Promise<unknown> } }
      rollback(): Promise<unknown>
    }
    const collection = started.collection(NAME) as { where?: unknown }
    if (typeof collection.where === 'function') {
      await (collection as { where(w: object): { update(o: object): Promise<unknown> } })
        .where({ _id: 'a' })
        .update({ data: { left: 42 } })
      await started.rollback()
      expect((await guarded().find('a'))?.left).toBe(42)
    } else await started.rollback()
    await tx.transaction(async (t) => {
      expect(Object.keys(t).sort()).toEqual(['find', 'insert', 'remove', 'update'])
    })
  })

  test('all of it is committed, or nothing', async () => {
    await tx.transaction(async (t) => {
      await t.update(NAME, 'a', { left: 5 })
      await t.insert(NAME, { _id: 'd', owner: 'z' })
      await t.remove(NAME, 'c')
    })
    expect([
      (await guarded().find('a'))?.left,
      (await guarded().find('d'))?.owner,
      await guarded().find('c'),
    ]).toEqual([5, 'z', null])
    const failing = tx.transaction(async (t) => {
      await t.update(NAME, 'a', { left: 6 })
      throw new Error('stop')
    })
    await expect(failing).rejects.toThrow()
    expect((await guarded().find('a'))?.left).toBe(5)
  })

  const plusOne = (left: number | undefined) => ({ left: (left ?? 0) + 1 })

  test('the SDK gives up at the first conflict; ours tries again until all have come through', async () => {
    const byHand = () =>
      raw().runTransaction(async (t: ReturnType<typeof raw>) => {
        const doc = (await t.collection(NAME).doc('a').get()) as unknown as { data: Doc }
        await t
          .collection(NAME)
          .doc('a')
          .update({ data: plusOne(doc.data.left) })
      })
    const outcomes = await Promise.allSettled([byHand(), byHand()])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])

    const add = () =>
      tx.transaction(async (t) => {
        const doc = await t.find<Doc>(NAME, 'b')
        await t.update(NAME, 'b', plusOne(doc?.left))
      })
    await Promise.all([add(), add(), add()])
    expect((await guarded().find('b'))?.left).toBe(4)
  })
})
