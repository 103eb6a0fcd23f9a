import { randomBytes } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import cloudSdk from 'wx-server-sdk'
import type { Canary } from '../../cloudfunctions/shared/canary'
import type { Invocation } from '../../cloudfunctions/shared/invocation'
import { COLLECTIONS } from '../../cloudfunctions/shared/collections'
import { RETIRE_AFTER } from '../../cloudfunctions/shared/key-ring.rules'
import type { SealedDocument, Sealing } from '../../cloudfunctions/shared/sealed-fields'
import { DEMO_KEYS } from '../../config/linli-keys.mts'
import { startTestCloud, type TestCloud } from '../support/cloud'
import { addDocs, allOf, changeDoc, pointSdkAt, snapshot } from '../support/database'

/** The key ring over a real database: instances with other keys, each with a memory of its own. */

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ seed: 'none' })
})
afterAll(() => cloud.close())

const said: string[] = []

beforeEach(async () => {
  pointSdkAt(cloud.url)
  said.length = 0
  for (const level of ['info', 'warn', 'error'] as const) {
    vi.spyOn(console, level).mockImplementation((line: string) => void said.push(line))
  }
  const database = cloudSdk.database()
  for (const name of ['keyRing', 'services', 'diaries']) {
    await database
      .collection(name)
      .where({ _id: database.command.exists(true) })
      .remove()
  }
})
afterEach(() => {
  vi.restoreAllMocks()
  delete process.env.LINLI_KEYS
})

const newKey = (id: string) => `${id}:${randomBytes(32).toString('base64')}`
const K1 = newKey('k1')
const K2 = newKey('k2')
const K3 = newKey('k3')

/** A new instance of a function whose LINLI_KEYS are these: modules of its own, so a memory of its own. */
async function instance(keys: string | undefined) {
  vi.resetModules()
  const { keyRing } = await import('../../cloudfunctions/shared/keys')
  const { reseal, resealJob } = await import('../../cloudfunctions/shared/reseal')
  const { runInInvocation } = await import('../../cloudfunctions/shared/invocation')
  const fields = await import('../../cloudfunctions/shared/sealed-fields')
  const marks = await import('../../cloudfunctions/shared/key-canaries')
  const { collection } = await import('../../cloudfunctions/shared/db')
  /** The environment is one for this process: what an instance does, it begins with its own. */
  const own = <T>(work: () => Promise<T>): Promise<T> => {
    if (keys === undefined) delete process.env.LINLI_KEYS
    else process.env.LINLI_KEYS = keys
    return work()
  }
  return {
    keyRing: () => own(keyRing),
    reseal: (now: number, sealings: readonly Sealing[] = [SEALING]) =>
      own(() => reseal(sealings, now)),
    resealJob: (now: number) => own(() => resealJob(now)),
    /** Reads its ring, and dies before its database action number `actions` + 1. */
    keyRingUntil: (actions: number) => own(() => runInInvocation(dyingAfter(actions), keyRing)),
    /** Reseals, and dies before its database action number `actions` + 1. */
    resealUntil: (now: number, actions: number) =>
      own(() => runInInvocation(dyingAfter(actions), () => reseal([SEALING], now))),
    docs: collection<Person>('services'),
    collection,
    ...marks,
    ...fields,
  }
}

/** Every database action asks once whether its time is over. */
const dyingAfter = (actions: number): Invocation => {
  let left = actions
  return {
    requestId: 'r',
    op: 'ticker',
    get deadline() {
      return left-- > 0 ? Infinity : 0
    },
  }
}

const everything = () => snapshot(cloud, Object.keys(COLLECTIONS))
const canaries = async () =>
  new Map((await allOf<Canary>(cloud, 'keyRing')).map((canary) => [canary._id, canary]))

/** Any declared collection will do: these tests seal fields of services. */
const SEALING: Sealing = {
  name: 'services',
  sealed: ['phone', 'birthDay'],
  found: { phoneFind: { kind: 'phone', of: 'phone' } },
}

interface Person extends SealedDocument {
  name: string
  phone?: string | null
  birthDay?: string | null
  phoneFind?: string | null
}

interface Listed extends SealedDocument {
  kept: { id: string; note?: string }[]
  ended: { id: string; note?: string }[]
}

const refusal = (code: string): unknown => expect.objectContaining({ name: 'Refusal', code })

/** The instance is refused for this reason, tells no key, and has read and written nothing of people. */
async function refusedFor(keys: string | undefined, problem: object) {
  const before = await everything()
  said.length = 0
  const own = await instance(keys)
  await expect(own.keyRing()).rejects.toEqual(refusal('NOT_READY'))
  await expect(own.reseal(Date.now())).rejects.toEqual(refusal('NOT_READY'))
  expect(said.map((line) => JSON.parse(line) as object)).toEqual(
    Array(2).fill({ level: 'error', fact: 'key ring refused', ...problem }),
  )
  for (const key of [K1, K2, K3, ...(keys?.split(',') ?? [])]) {
    const secret = key.split(':').at(-1) ?? ''
    if (secret.length > 10) expect(said.join()).not.toContain(secret.slice(0, 10))
  }
  expect(await everything()).toEqual(before)
}

describe('the first use of a ring', () => {
  test('brings its canary, once; a warm instance asks no more', async () => {
    const own = await instance(K1)
    const ring = await own.keyRing()
    expect([...(await canaries()).keys()]).toEqual(['k1'])
    const sealed = ring.seal('13800001234', 'services/a/phone')
    expect(ring.open(sealed, 'services/a/phone')).toBe('13800001234')
    // Even the database may be gone.
    pointSdkAt('http://127.0.0.1:9')
    expect(await own.keyRing()).toBe(ring)
    pointSdkAt(cloud.url)
    const before = await everything()
    const next = await instance(K1)
    expect((await next.keyRing()).open(sealed, 'services/a/phone')).toBe('13800001234')
    expect(await everything()).toEqual(before)
  })

  test('asks the database once when all is well', async () => {
    await (await instance(`${K2},${K1}`)).keyRing()
    const later = await instance(`${K2},${K1}`)
    await later.keyRingUntil(1)
    await expect((await instance(`${K2},${K1}`)).keyRingUntil(0)).rejects.toEqual(
      refusal('TIMEOUT'),
    )
  })

  test('by many instances at once brings one canary, and all open what any has sealed', async () => {
    const instances = []
    for (let i = 0; i < 6; i++) instances.push(await instance(`${K2},${K1}`))
    const rings = await Promise.all(instances.map((own) => own.keyRing()))
    const sealed = rings.map((ring, i) => ring.seal(`text ${i}`, 'x'))
    for (const ring of rings) {
      expect(sealed.map((one) => ring.open(one, 'x'))).toEqual(rings.map((_, i) => `text ${i}`))
    }
    expect([...(await canaries()).keys()].sort()).toEqual(['k1', 'k2'])
  })

  test.each([
    ['the same id', K1, newKey('k1')],
    ['another id', K1, K2],
  ])('by two with keys of %s at once is for one of them at most', async (_case, one, other) => {
    const both = [await instance(one), await instance(other)]
    const outcomes = await Promise.allSettled(both.map((own) => own.keyRing()))
    const refused = outcomes.filter(({ status }) => status === 'rejected')
    expect(refused.length).toBeGreaterThanOrEqual(1)
    for (const outcome of refused) expect(outcome).toMatchObject({ reason: { code: 'NOT_READY' } })
  })

  test('that dies before any of its actions is finished by the next', async () => {
    let deaths = 0
    for (; deaths < 20; deaths++) {
      const own = await instance(`${K2},${K1}`)
      const outcome = await own.keyRingUntil(deaths).catch((error: unknown) => error)
      if (!(outcome instanceof Error)) break
      expect(outcome).toEqual(refusal('TIMEOUT'))
    }
    expect(deaths).toBeGreaterThan(1)
    expect(deaths).toBeLessThan(20)
    expect(Object.fromEntries(await canaries())).toMatchObject({
      k1: {},
      k2: { usedAt: expect.any(Number) as number },
    })
  })

  test('after a failure is tried again', async () => {
    const own = await instance(K1)
    pointSdkAt('http://127.0.0.1:9')
    await expect(own.keyRing()).rejects.toThrow()
    pointSdkAt(cloud.url)
    expect((await own.keyRing()).ids).toEqual(['k1'])
  })
})

describe('nothing is read or written', () => {
  beforeEach(async () => {
    const own = await instance(K1)
    const ring = await own.keyRing()
    const { change } = own.sealFields(ring, SEALING, { _id: 'a' }, { phone: '13800001234' })
    await own.docs.insert({ _id: 'a', name: 'a', ...change })
  })

  test.each([
    ['without keys', undefined, { problem: 'missing' }],
    ['with an empty list', ' ', { problem: 'missing' }],
    ['with half a key', K1.slice(0, 20), { problem: 'malformed', entry: 1, fault: 'key' }],
    ['with a key without its id', K1.slice(3), { problem: 'malformed', entry: 1, fault: 'id' }],
    ['with a wrong key', newKey('k1'), { problem: 'wrong', keyId: 'k1' }],
    ['with a wrong old key', `${K2},${newKey('k1')}`, { problem: 'wrong', keyId: 'k1' }],
    ['with a key lost', K2, { problem: 'lost', keyId: 'k1' }],
    ['with a key under another id', K1.replace('k1', 'kl'), { problem: 'lost', keyId: 'k1' }],
  ])('%s', async (_case, keys, problem) => {
    await refusedFor(keys, problem)
  })

  test('with a retired key in the lead', async () => {
    await changeDoc(cloud, 'keyRing', 'k1', { retiredAt: 1 })
    await refusedFor(K1, { problem: 'retired', keyId: 'k1' })
  })

  test('with the demo key on a database that is not of this machine', async () => {
    const sdk = process.env.TCB_CONTEXT_CNFG
    try {
      delete process.env.TCB_CONTEXT_CNFG
      const own = await instance(DEMO_KEYS)
      await expect(own.keyRing()).rejects.toEqual(refusal('NOT_READY'))
      expect(said.join()).toMatch(/"problem":"demo","keyId":"demo"/)
    } finally {
      process.env.TCB_CONTEXT_CNFG = sdk
    }
    expect([...(await canaries()).keys()]).toEqual(['k1'])
  })

  test('a lost key that was given up lets the rest work', async () => {
    await changeDoc(cloud, 'keyRing', 'k1', { retiredAt: 1 })
    const own = await instance(K2)
    const ring = await own.keyRing()
    const doc = await own.docs.get('a')
    expect(() => own.openField(ring, SEALING, doc, 'phone')).toThrow(/unknownKey/)
    const { conditions, change } = own.sealFields(ring, SEALING, doc, { phone: '13900001234' })
    expect(await own.docs.updateOne('a', conditions, change)).toBe(true)
    expect(own.openField(ring, SEALING, await own.docs.get('a'), 'phone')).toBe('13900001234')
  })
})

test("the demo's key is taken on this machine", async () => {
  expect((await (await instance(DEMO_KEYS)).keyRing()).ids).toEqual(['demo'])
})

const PEOPLE = 120
const phoneOf = (i: number) => `1380000${String(i).padStart(4, '0')}`

/** People with sealed phones, every third without a birthday. */
async function seedPeople(keys: string, count = PEOPLE) {
  const own = await instance(keys)
  const ring = await own.keyRing()
  await addDocs(
    cloud,
    'services',
    Array.from({ length: count }, (_, i) => {
      const _id = `p-${String(i).padStart(3, '0')}`
      const texts = { phone: phoneOf(i), birthDay: i % 3 === 0 ? null : `1950-01-${i}` }
      return { _id, name: `n${i}`, ...own.sealFields(ring, SEALING, { _id }, texts).change }
    }),
  )
}

/** Everybody's phone opens, and is found, in a function with these keys. */
async function allOpens(keys: string, count = PEOPLE) {
  const own = await instance(keys)
  const ring = await own.keyRing()
  const people = (await allOf<Person>(cloud, 'services')).sort((a, b) => (a._id < b._id ? -1 : 1))
  expect(people.length).toBe(count)
  for (const [i, person] of people.entries()) {
    expect(own.openField(ring, SEALING, person, 'phone')).toBe(phoneOf(i))
    expect(own.openField(ring, SEALING, person, 'birthDay')).toBe(
      i % 3 === 0 ? null : `1950-01-${i}`,
    )
    expect(ring.findAny('phone', phoneOf(i))).toContain(person.phoneFind)
  }
  return people
}

const keysIn = (people: readonly Person[]) =>
  new Set(
    people
      .flatMap(({ phone, birthDay, phoneFind, keyId }) =>
        [phone, birthDay, phoneFind].map((value) => value?.split('.')[0]).concat(keyId),
      )
      .filter((id) => id !== undefined),
  )

const MINUTE = 60_000

/** Runs the ticker's job each minute from `now` until it finds nothing; answers when that is. */
async function tickUntilDone(keys: string, now: number): Promise<number> {
  const ticker = await instance(keys)
  for (let at = now; at < now + 20 * MINUTE; at += MINUTE) {
    const { resealed } = await ticker.reseal(at)
    if (resealed === 0) return at
  }
  throw new Error('the job does not come to an end')
}

describe('a rotation', () => {
  const NOW = Date.now()

  test('from the first key to the second, end to end', async () => {
    await seedPeople(K1)
    // 1. Every function learns the new key before any function leads with it.
    await allOpens(`${K1},${K2}`)
    expect((await canaries()).get('k2')).not.toHaveProperty('usedAt')
    await (await instance(K1)).keyRing()
    // 2. The new key leads; functions that have not heard of it still work.
    await allOpens(`${K2},${K1}`)
    expect((await canaries()).get('k2')).toHaveProperty('usedAt')
    await allOpens(`${K1},${K2}`)
    // 3. The ticker seals again.
    const ticker = await instance(`${K2},${K1}`)
    expect(await ticker.reseal(NOW)).toEqual({ resealed: PEOPLE, unreadable: 0 })
    const before = await everything()
    expect(keysIn(await allOpens(`${K2},${K1}`))).toEqual(new Set(['k2']))
    expect(await everything()).toEqual(before)
    // 4. After a day without any, the old key is retired and may go.
    await refusedFor(K2, { problem: 'lost', keyId: 'k1' })
    await ticker.reseal(NOW + MINUTE)
    await ticker.reseal(NOW + RETIRE_AFTER)
    expect((await canaries()).get('k1')).not.toHaveProperty('retiredAt')
    await ticker.reseal(NOW + MINUTE + RETIRE_AFTER)
    expect((await canaries()).get('k1')).toMatchObject({ retiredAt: NOW + MINUTE + RETIRE_AFTER })
    expect((await canaries()).get('k2')).not.toHaveProperty('retiredAt')
    expect(keysIn(await allOpens(K2))).toEqual(new Set(['k2']))
    expect(await (await instance(K2)).reseal(NOW)).toEqual({ resealed: 0, unreadable: 0 })
  })

  test('whose job dies before any of its actions is finished by the next', async () => {
    await seedPeople(K1, 12)
    await (await instance(`${K2},${K1}`)).keyRing()
    const ring = `${K2},${K1}`
    // An instance that dies before action 0, then one that dies before action 1, ...
    let deaths = 0
    for (; deaths < 100; deaths++) {
      const ticker = await instance(ring)
      const outcome = await ticker.resealUntil(NOW, deaths).catch((error: unknown) => error)
      await allOpens(ring, 12)
      if (!(outcome instanceof Error)) break
      expect(outcome).toEqual(refusal('TIMEOUT'))
    }
    expect(deaths).toBeGreaterThan(4)
    expect(deaths).toBeLessThan(100)
    const done = await tickUntilDone(ring, NOW + MINUTE)
    const ticker = await instance(ring)
    await ticker.reseal(done + MINUTE)
    await ticker.reseal(done + MINUTE + RETIRE_AFTER)
    expect((await canaries()).get('k1')).toHaveProperty('retiredAt')
    expect(keysIn(await allOpens(K2, 12))).toEqual(new Set(['k2']))
  })

  test('of more than one run seals can do goes on where it was', async () => {
    await seedPeople(K1, 230)
    const ring = `${K2},${K1}`
    const ticker = await instance(ring)
    expect(await ticker.reseal(NOW)).toEqual({ resealed: 200, unreadable: 0 })
    expect(keysIn(await allOpens(ring, 230))).toEqual(new Set(['k1', 'k2']))
    expect(await ticker.reseal(NOW)).toEqual({ resealed: 30, unreadable: 0 })
    expect(keysIn(await allOpens(ring, 230))).toEqual(new Set(['k2']))
  })

  test('by two tickers at once seals everything once', async () => {
    await seedPeople(K1)
    const ring = `${K2},${K1}`
    const tickers = [await instance(ring), await instance(ring)]
    const runs = await Promise.all(tickers.map((ticker) => ticker.reseal(NOW)))
    expect(runs.reduce((sum, { resealed = 0 }) => sum + resealed, 0)).toBe(PEOPLE)
    expect(keysIn(await allOpens(ring))).toEqual(new Set(['k2']))
  })

  test('never undoes what somebody changes meanwhile', async () => {
    await seedPeople(K1, 1)
    const own = await instance(`${K2},${K1}`)
    const ring = await own.keyRing()
    const read = await own.docs.get('p-000')
    const stale = own.resealFields(ring, SEALING, read)
    // Somebody on an instance of the old order changes one field, or adds one.
    const other = await instance(`${K1},${K2}`)
    const otherRing = await other.keyRing()
    const changes: Record<string, string>[] = [{ phone: '13900000000' }, { birthDay: '1950-02-02' }]
    for (const texts of changes) {
      const { conditions, change } = other.sealFields(
        otherRing,
        SEALING,
        await other.docs.get('p-000'),
        texts,
      )
      expect(await other.docs.updateOne('p-000', conditions, change)).toBe(true)
      expect(await own.docs.updateOne('p-000', stale.conditions, stale.change)).toBe(false)
    }
    await own.reseal(NOW)
    const person = await own.docs.get('p-000')
    expect(own.openField(ring, SEALING, person, 'phone')).toBe('13900000000')
    expect(person.phoneFind).toBe(ring.find('phone', '13900000000'))
    expect(own.openField(ring, SEALING, person, 'birthDay')).toBe('1950-02-02')
    expect(keysIn([person])).toEqual(new Set(['k2']))
    // And a writer who read before the job comes too late in turn.
    const late = other.sealFields(otherRing, SEALING, read, { phone: '13700000000' })
    expect(await other.docs.updateOne('p-000', late.conditions, late.change)).toBe(false)
  })

  test('finds a document to which an instance of the old order has added something', async () => {
    await (await instance(K1)).keyRing()
    await seedPeople(`${K2},${K1}`, 1)
    const old = await instance(`${K1},${K2}`)
    const read = await old.docs.get('p-000')
    expect(read.keyId).toBe('k2')
    const sealed = old.sealFields(await old.keyRing(), SEALING, read, { birthDay: '1950-01-02' })
    expect(await old.docs.updateOne('p-000', sealed.conditions, sealed.change)).toBe(true)
    const own = await instance(`${K2},${K1}`)
    expect(await own.reseal(NOW)).toEqual({ resealed: 1, unreadable: 0 })
    expect(keysIn(await allOf<Person>(cloud, 'services'))).toEqual(new Set(['k2']))
  })

  test('finds a document to which a new instance has added something', async () => {
    await seedPeople(K1, 1)
    const own = await instance(`${K2},${K1}`)
    const read = await own.docs.get('p-000')
    const sealed = own.sealFields(await own.keyRing(), SEALING, read, { birthDay: '1950-01-02' })
    expect(await own.docs.updateOne('p-000', sealed.conditions, sealed.change)).toBe(true)
    expect(keysIn(await allOf<Person>(cloud, 'services'))).toContain('k1')
    expect(await own.reseal(NOW)).toEqual({ resealed: 1, unreadable: 0 })
    expect(keysIn(await allOf<Person>(cloud, 'services'))).toEqual(new Set(['k2']))
  })

  test('of texts in lists: each in its place, and never what somebody changes meanwhile', async () => {
    const lists: Sealing = {
      name: 'diaries',
      sealed: [],
      found: {},
      sealedIn: [
        { list: 'kept', text: 'note', of: 'bookings' },
        { list: 'ended', text: 'note', of: 'bookings' },
      ],
    }
    const about = (id: string) => `bookings/${id}/note`
    const first = await instance(K1)
    const old = await first.keyRing()
    const claim = (id: string, note?: string) => ({
      id,
      ...(note === undefined ? {} : { note: old.seal(note, about(id)) }),
    })
    const kept = [claim('a', '要轮椅'), claim('b'), claim('c', '听力不好')]
    const ended = [claim('d', '发烧')]
    await addDocs(cloud, 'diaries', [{ _id: 'r-1', kept, ended, keyId: 'k1' }])
    const own = await instance(`${K2},${K1}`)
    const ring = await own.keyRing()
    const read = async () =>
      (await allOf<Listed>(cloud, 'diaries')).find(({ _id }) => _id === 'r-1')!
    const diaries = () => cloudSdk.database().collection('diaries').doc('r-1')
    const { command } = cloudSdk.database()

    // Whatever changes between reading and writing: one more, one less, another in its place.
    const changes = [
      { kept: command.push([claim('e', '过敏')]) },
      { kept: command.pull({ id: 'b' }) },
      { kept: command.pull({ id: 'e' }), ended: command.push([claim('e', '过敏')]) },
    ]
    for (const data of changes) {
      const stale = own.resealFields(ring, lists, await read())
      await diaries().update({ data })
      const docs = own.collection<Listed>('diaries')
      expect(await docs.updateOne('r-1', stale.conditions, stale.change)).toBe(false)
    }
    expect(await own.reseal(NOW, [lists])).toEqual({ resealed: 1, unreadable: 0 })
    const after = await read()
    expect(after.keyId).toBe('k2')
    const open = (items: Listed['kept']) =>
      items.map(({ id, note }) => (note === undefined ? id : ring.open(note, about(id))))
    expect(open(after.kept)).toEqual(['要轮椅', '听力不好'])
    expect(open(after.ended)).toEqual(['发烧', '过敏'])
    for (const { note } of [...after.kept, ...after.ended]) expect(note).toMatch(/^k2\./)
    expect(await own.reseal(NOW, [lists])).toEqual({ resealed: 0, unreadable: 0 })
  })

  test('waits where the ticker has not heard of the newest key', async () => {
    await seedPeople(`${K1},${K2}`, 1)
    await changeDoc(cloud, 'keyRing', 'k1', { usedAt: 1 })
    await (await instance(`${K2},${K1}`)).keyRing()
    const before = await everything()
    expect(await (await instance(`${K1},${K2}`)).reseal(NOW)).toEqual({
      resealed: 0,
      unreadable: 0,
    })
    expect(said.join()).toMatch(/leads with an old key/)
    expect(await everything()).toEqual(before)
  })

  test('keeps a key whose texts do not open, and seals the rest', async () => {
    await seedPeople(K1, 3)
    const people = await allOf<Person>(cloud, 'services')
    await changeDoc(cloud, 'services', 'p-000', { phone: people[1]?.phone })
    const own = await instance(`${K2},${K1}`)
    expect(await own.reseal(NOW)).toEqual({ resealed: 2, unreadable: 1 })
    expect(await own.docs.get('p-000')).toMatchObject({ keyId: 'k1', phone: people[1]?.phone })
    await own.reseal(NOW + MINUTE)
    await own.reseal(NOW + 2 * RETIRE_AFTER)
    expect((await canaries()).get('k1')).not.toHaveProperty('retiredAt')
    expect(said.join()).toMatch(/"fact":"unreadable","collection":"services","documents":1/)
    expect(said.join()).not.toMatch(/p-000|1380000/)
  })

  test('leaves what a lost key sealed as it is, and seals the rest of the document', async () => {
    await seedPeople(K1, 1)
    const own = await instance(`${K2},${K1}`)
    const ring = await own.keyRing()
    const read = await own.docs.get('p-000')
    const added = own.sealFields(ring, SEALING, read, { birthDay: '1950-01-02' })
    await own.docs.updateOne('p-000', added.conditions, added.change)
    await changeDoc(cloud, 'keyRing', 'k1', { retiredAt: 1 })
    const next = await instance(`${K3},${K2}`)
    expect(await next.reseal(NOW)).toEqual({ resealed: 1, unreadable: 0 })
    const person = await next.docs.get('p-000')
    expect(person.phone).toBe(read.phone)
    expect(next.openField(await next.keyRing(), SEALING, person, 'birthDay')).toBe('1950-01-02')
    expect(person.keyId).toBe('k3')
  })

  test('a ticker that comes too late does not retire a key found in use meanwhile', async () => {
    const own = await instance(K1)
    await own.keyRing()
    await own.markEmpty('k1', 5)
    expect(await own.markRetired('k1', 4, 6)).toBe(false)
    await own.markNotEmpty('k1')
    expect(await own.markRetired('k1', 5, 6)).toBe(false)
    expect((await canaries()).get('k1')).not.toHaveProperty('emptySince')
    await own.markEmpty('k1', 7)
    expect(await own.markRetired('k1', 7, 8)).toBe(true)
  })

  test('a key found in use again is not retired', async () => {
    await seedPeople(K1, 1)
    const ring = `${K2},${K1}`
    const ticker = await instance(ring)
    await ticker.reseal(NOW)
    await ticker.reseal(NOW + MINUTE)
    const person = await ticker.docs.get('p-000')
    const old = await instance(`${K1},${K2}`)
    const again = old.sealFields(await old.keyRing(), SEALING, person, { phone: phoneOf(0) })
    await old.docs.updateOne('p-000', again.conditions, again.change)
    await ticker.reseal(NOW + RETIRE_AFTER)
    await ticker.reseal(NOW + RETIRE_AFTER + MINUTE)
    await ticker.reseal(NOW + RETIRE_AFTER + 2 * MINUTE)
    expect((await canaries()).get('k1')).not.toHaveProperty('retiredAt')
  })
})

describe('declared collections', () => {
  test('a field that is not declared is not sealed', async () => {
    const own = await instance(K1)
    const ring = await own.keyRing()
    expect(() => own.sealFields(ring, SEALING, { _id: 'a' }, { name: 'x' })).toThrow(/not declared/)
    expect(() => own.sealingOf('regions')).toThrow(/no field of regions/)
  })

  test('the job knows them all, and asks nothing while there is none', async () => {
    const own = await instance(K1)
    const sealed = Object.values(COLLECTIONS).filter((one) => 'sealed' in one || 'sealedIn' in one)
    expect(own.allSealings().length).toBe(sealed.length)
    if (sealed.length === 0) {
      expect(await (await instance(undefined)).resealJob(0)).toEqual({ resealed: 0, unreadable: 0 })
    }
  })
})
