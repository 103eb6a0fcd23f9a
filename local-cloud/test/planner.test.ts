import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestCloud, type TestCloud } from './cloud'

// The same documents with and without indexes must answer every query alike, in the same order.

const indexes = [
  {
    name: 'ab',
    keys: [
      ['a', 1],
      ['b', -1],
    ] as [string, 1 | -1][],
  },
  {
    name: 'ba',
    keys: [
      ['b', 1],
      ['a', 1],
    ] as [string, 1 | -1][],
  },
  {
    name: 'a_id',
    keys: [
      ['a', 1],
      ['_id', 1],
    ] as [string, 1 | -1][],
  },
  {
    name: 'ba_id',
    keys: [
      ['b', -1],
      ['a', -1],
      ['_id', 1],
    ] as [string, 1 | -1][],
  },
  { name: 'c', keys: [['c', -1]] as [string, 1 | -1][] },
  {
    name: 'list',
    keys: [
      ['list.x', 1],
      ['list.y', -1],
    ] as [string, 1 | -1][],
  },
  {
    name: 'c_list',
    keys: [
      ['c', 1],
      ['list.x', -1],
    ] as [string, 1 | -1][],
  },
]

/** A small repeatable generator of numbers in [0, 1). */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32
    return state / 2 ** 32
  }
}

let cloud: TestCloud
const random = generator(20261122)
const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T

const VALUES = [
  null,
  0,
  1,
  2,
  3,
  -1,
  2.5,
  'a',
  'b',
  'a\u0000',
  '😀',
  '\uffff',
  '',
  true,
  false,
  { k: 1 },
  { k: 2 },
  {},
  [1, 2],
  [],
  [2, 'b'],
  [[1]],
  new Date(1),
  new Date(-5),
]
const maybe = (): object => (random() < 0.2 ? {} : { value: pick(VALUES) })
const field = (name: string): object => {
  const { value } = maybe() as { value?: unknown }
  return value === undefined ? {} : { [name]: value }
}
const entry = (): unknown =>
  random() < 0.1
    ? pick([1, null, 'a'])
    : { ...field('x'), ...(random() < 0.8 ? { y: pick([1, 2, 3, 'a', null]) } : {}) }
const list = (): object => {
  const chance = random()
  if (chance < 0.2) return {}
  if (chance < 0.3) return { list: pick([5, null, { x: 1, y: 2 }, 'a']) }
  return { list: Array.from({ length: Math.floor(random() * 4) }, entry) }
}
/** At most one array a document among fields indexed together, as MongoDB demands. */
const scalar = (name: string): object => ({
  [name]: pick(VALUES.filter((value) => !Array.isArray(value))),
})
const makeDoc = (_: unknown, i: number): object => ({
  _id: pick([i, `s${i}`]),
  ...(random() < 0.5 ? { ...field('a'), ...scalar('b') } : { ...scalar('a'), ...field('b') }),
  ...(random() < 0.5 ? { ...field('c') } : { ...scalar('c'), ...list() }),
})

function encode(value: unknown): unknown {
  if (value instanceof Date) return { $date: { $numberLong: String(value.getTime()) } }
  if (Array.isArray(value)) return value.map(encode)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, encode(item)]))
  return value
}

const comparable = (): unknown => pick([...VALUES, 1, 2, 'a', 'b'])
function condition(): unknown {
  switch (Math.floor(random() * 9)) {
    case 0:
      return { $in: [comparable(), comparable(), comparable()] }
    case 1:
      return { [pick(['$gt', '$gte'])]: comparable() }
    case 2:
      return { [pick(['$lt', '$lte'])]: comparable() }
    case 3:
      return { [pick(['$gt', '$gte'])]: comparable(), [pick(['$lt', '$lte'])]: comparable() }
    case 4:
      return { $exists: random() < 0.5 }
    case 5:
      return pick([
        { $ne: comparable() },
        { $not: { $gt: comparable() } },
        { $all: [1, 2] },
        { $size: 2 },
      ])
    case 6:
      return { $eq: comparable() }
    case 7:
      return pick([
        { $regex: '^a' },
        { $regex: '^ab?' },
        { $regularExpression: { pattern: '^😀', options: '' } },
      ])
    default:
      return comparable()
  }
}
const element = (): object => {
  const parts: Record<string, unknown> = {}
  if (random() < 0.8) parts.x = condition()
  if (random() < 0.8 || !('x' in parts)) parts.y = condition()
  return { $elemMatch: parts }
}
function query(): object {
  const parts: Record<string, unknown> = {}
  for (const name of ['a', 'b', 'c', 'list.x', 'list.y', 'list', '_id'])
    if (random() < 0.3) parts[name] = name === 'list' ? element() : condition()
  if (random() < 0.2) {
    const either = { $or: [{ [pick(['a', 'b'])]: condition() }, { c: condition() }] }
    return random() < 0.5 ? either : { ...parts, ...either }
  }
  return random() < 0.15 ? { $and: [parts, { a: condition() }] } : parts
}
const order = (): Record<string, number> => {
  const made: Record<string, number> = {}
  for (const name of pick([
    ['a', 'b'],
    ['b', 'a'],
    ['b'],
    ['c'],
    ['a'],
    ['list.x'],
    [],
  ] as string[][]))
    made[name] = pick([1, -1])
  return { ...made, _id: pick([1, -1]) }
}

async function answer(collection: string, request: object): Promise<string[]> {
  const response = await fetch(`${cloud.url}/admin`, {
    method: 'POST',
    headers: { authorization: 'signed' },
    body: JSON.stringify({
      action: 'database.getDocument',
      collectionName: collection,
      ...request,
    }),
  })
  const body = (await response.json()) as {
    data?: { list: string[] }
    code?: string
    message?: string
  }
  return body.data?.list ?? [`${body.code ?? ''}: ${body.message ?? ''}`]
}

beforeAll(async () => {
  cloud = await startTestCloud({ collections: { plain: { indexes: [] }, indexed: { indexes } } })
  const docs = Array.from({ length: 300 }, makeDoc).map((doc) => JSON.stringify(encode(doc)))
  for (const data of docs) {
    const insert = (collectionName: string) =>
      fetch(`${cloud.url}/admin`, {
        method: 'POST',
        headers: { authorization: 'signed' },
        body: JSON.stringify({ action: 'database.insertDocument', collectionName, data: [data] }),
      }).then((response) => response.json() as Promise<{ code?: string }>)
    // A document that an index refuses (two arrays at once) is in neither.
    if ((await insert('indexed')).code === undefined) await insert('plain')
  }
})
afterAll(() => cloud.close())

test('indexes never change an answer', async () => {
  let matched = 0
  for (let i = 0; i < 800; i++) {
    const request = {
      query: JSON.stringify(encode(query())),
      order: JSON.stringify(order()),
      limit: pick([3, 20, 1000]),
      offset: pick([0, 0, 2]),
    }
    const [indexed, plain] = await Promise.all([
      answer('indexed', request),
      answer('plain', request),
    ])
    expect({ request, list: indexed }).toEqual({ request, list: plain })
    matched += plain.length
  }
  expect(matched).toBeGreaterThan(1000)
})
