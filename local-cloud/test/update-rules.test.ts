import { afterAll, beforeAll, expect, test } from 'vitest'
import { rawDatabase } from './admin'
import { startTestCloud, type TestCloud } from './cloud'

// What MongoDB refuses to store or to do in an update, and what it does in an order of its own.

let cloud: TestCloud
let made = 0

beforeAll(async () => {
  cloud = await startTestCloud()
})
afterAll(() => cloud.close())

const open = async () => {
  const collection = rawDatabase(cloud.url, `rules${++made}`)
  await collection.send('addCollection', {})
  return collection
}
const refused = (text: string) => ({
  code: 'DATABASE_REQUEST_FAILED',
  message: expect.stringContaining(text),
})
/** One update of one document; the document after it without its `_id`, or the refusal. */
const updated = async (doc: object, update: object, query: object = {}): Promise<any> => {
  const collection = await open()
  expect((await collection.insert({ _id: 0, ...doc })).code).toBeUndefined()
  const reply = await collection.update({ _id: 0, ...query }, update)
  if (reply.code) return reply
  const { _id, ...rest } = ((await collection.find({})) as any)[0]
  return rest
}

test('keys that begin with $ are stored nowhere: in arrays, by set, by any update', async () => {
  const things = await open()
  const stored = (path: string) => refused(`in '${path}' is not valid for storage.`)
  expect(await things.insert({ $x: 1 })).toMatchObject(stored('$x'))
  expect(await things.insert({ a: [{ $x: 1 }] })).toMatchObject(stored('a.0.$x'))
  expect(await things.insert({ a: [[{ b: { $x: 1 } }]] })).toMatchObject(stored('a.0.0.b.$x'))
  expect(await updated({ a: {} }, { $set: { 'a.$x': 1 } })).toMatchObject(stored('a.$x'))
  expect(await updated({}, { $set: { a: { $x: 1 } } })).toMatchObject(stored('a.$x'))
  expect(await updated({}, { $push: { a: { $x: 1 } } })).toMatchObject(stored('a.0.$x'))
  expect(await updated({}, { $addToSet: { a: { $x: 1 } } })).toMatchObject(stored('a.0.$x'))
  expect(await updated({ a: 1 }, { $rename: { a: '$x' } })).toMatchObject(stored('$x'))
  const set = { merge: false, upsert: true, multi: false }
  expect(await things.update({ _id: 1 }, { a: [{ $x: 1 }] }, set)).toMatchObject(stored('a.0.$x'))
  expect(await things.find({})).toEqual([])
})

test('what the SDK means by a $ is a value long before: dates, server dates, numbers, a reference', async () => {
  const things = await open()
  const data =
    '{"_id":"a","at":[{"$date":{"$numberLong":"5"}}],"now":{"$tcb_server_date":{"offset":0}},"ref":{"$ref":"users","$id":"u"}}'
  expect((await things.send('insertDocument', { data: [data] })).code).toBeUndefined()
  const [doc] = (await things.find({})) as any[]
  expect(doc.at).toEqual([new Date(5)])
  expect(doc.now).toBeInstanceOf(Date)
  expect(await things.insert({ a: { $id: 1, $ref: 'x' } })).toMatchObject(refused("'$id'"))
})

test('an _id is no array and no regular expression; nesting ends', async () => {
  const things = await open()
  expect(await things.insert({ _id: [1] })).toMatchObject(refused('cannot be of type array'))
  expect(
    await things.send('insertDocument', {
      data: ['{"_id":{"$regularExpression":{"pattern":"a","options":""}}}'],
    }),
  ).toMatchObject(refused('cannot be of type regex'))
  let deep: object = {}
  for (let i = 0; i < 200; i++) deep = { deep }
  expect(await things.insert(deep)).toMatchObject(refused('levels of nesting'))
})

test('$push: each of its clauses is checked, and an unknown one is refused', async () => {
  const push = (clauses: object) => updated({ a: [1] }, { $push: { a: clauses } })
  const cases: [object, string][] = [
    [{ $each: 1 }, 'The argument to $each in $push must be an array but it was of type: int'],
    [{ $each: [], $slice: 'x' }, 'The value for $slice must be an integer value'],
    [{ $each: [], $slice: 1.5 }, 'The value for $slice must be an integer value'],
    [{ $each: [], $position: null }, 'The value for $position must be an integer value, not of'],
    [{ $each: [], $position: 0.5 }, 'The value for $position must be an integer value'],
    [{ $each: [], $sort: 2 }, 'The $sort element value must be either 1 or -1'],
    [{ $each: [], $sort: 'x' }, 'The $sort is invalid: use 1/-1'],
    [{ $each: [], $sort: {} }, 'The $sort pattern is empty'],
    [{ $each: [], $sort: { x: 0 } }, 'The $sort element value must be either 1 or -1'],
    [{ $each: [], $sort: { 'x.': 1 } }, 'has an empty part: x.'],
    [{ $each: [], $first: 1 }, 'Unrecognized clause in $push: $first'],
    [{ $slice: 1 }, "The dollar ($) prefixed field '$slice'"],
  ]
  for (const [clauses, text] of cases) expect(await push(clauses)).toMatchObject(refused(text))
  expect(
    await updated({ a: [3] }, { $push: { a: { $each: [1, 2], $sort: -1, $slice: -2 } } }),
  ).toEqual({ a: [2, 1] })
  expect(await updated({ a: [1] }, { $push: { a: { $each: [9], $position: 5 } } })).toEqual({
    a: [1, 9],
  })
  expect(await updated({ a: [1] }, { $addToSet: { a: { $each: [2], $slice: 1 } } })).toMatchObject(
    refused('Found unexpected fields after $each in $addToSet'),
  )
  expect(await updated({ a: [1] }, { $addToSet: { a: { $each: 2 } } })).toMatchObject(
    refused('The argument to $each in $addToSet must be an array but it was of type: int'),
  )
})

test('$rename: not onto itself, not along its own path, not into or out of an array', async () => {
  const rename = (from: string, to: unknown) =>
    updated({ a: { b: 1 }, list: [{ x: 1 }] }, { $rename: { [from]: to } })
  const cases: [string, unknown, string][] = [
    ['a', 5, "The 'to' field for $rename must be a string: a: 5"],
    ['a', 'a', 'The source and target field for $rename must differ: a: "a"'],
    ['a', 'a.c', 'must not be on the same path: a: "a.c"'],
    ['a.b', 'a', 'must not be on the same path: a.b: "a"'],
    ['list.$.x', 'y', 'The source field for $rename may not be dynamic: list.$.x'],
    ['a', 'list.$[]', 'The destination field for $rename may not be dynamic: list.$[]'],
    ['list.0', 'y', "The source field cannot be an array element, 'list.0' in doc with _id: 0"],
    ['list.0.x', 'y', "has an array field called 'list'"],
    ['a', 'list.0', 'The destination field cannot be an array element'],
  ]
  for (const [from, to, text] of cases) expect(await rename(from, to)).toMatchObject(refused(text))
  expect(await rename('a.b', 'c.d')).toEqual({ a: {}, c: { d: 1 }, list: [{ x: 1 }] })
  expect(await rename('none', 'list.0')).toEqual({ a: { b: 1 }, list: [{ x: 1 }] })
})

test('a wrong operand is refused even where no document matches', async () => {
  const things = await open()
  const cases: [object, string][] = [
    [{ $inc: { n: 'x' } }, 'Cannot increment with non-numeric argument: {n: "x"}'],
    [{ $mul: { n: null } }, 'Cannot multiply with non-numeric argument'],
    [{ $pop: { n: 2 } }, '$pop expects 1 or -1, found: 2'],
    [{ $pullAll: { n: 1 } }, '$pullAll requires an array argument but was given a int'],
    [{ $bit: { n: 1 } }, 'The $bit modifier is not compatible with a int'],
    [{ $bit: { n: { not: 1 } } }, "only supports 'and', 'or', and 'xor', not 'not'"],
    [{ $bit: { n: { and: 1.5 } } }, "must be an Integer(32/64 bit); a 'double'"],
    [{ $currentDate: { n: 'now' } }, 'string is not valid type for $currentDate'],
    [{ $set: { a: 1, 'a.b': 2 } }, "Updating the path 'a.b' would create a conflict at 'a'"],
    [{ $set: { a: 1 }, $inc: { a: 2 } }, "would create a conflict at 'a'"],
    [{ $set: { 'a..b': 1 } }, 'contains an empty field name'],
    [{ $set: { $: 1 } }, "Cannot have positional (i.e. '$') element in the first position"],
    [{ $set: { 'a.$.b.$': 1 } }, "Too many positional (i.e. '$') elements"],
    [{ $set: { 'a.$[x].b': 1 } }, "No array filter found for identifier 'x' in path 'a.$[x].b'"],
    [{ $set: 5 }, 'Modifiers operate on fields but we found type int instead'],
  ]
  for (const [update, text] of cases)
    expect(await things.update({ _id: 'nobody' }, update)).toMatchObject(refused(text))
})

test('$bit keeps the wider type and refuses fractions; $inc does not run over a long', async () => {
  const one = { $numberLong: '1' }
  expect(await updated({ n: 5 }, { $bit: { n: { and: 6, or: 8 } } })).toEqual({ n: 12 })
  expect(await updated({}, { $bit: { n: { xor: 3 } } })).toEqual({ n: 3 })
  expect(await updated({ n: 5.5 }, { $bit: { n: { and: 1 } } })).toMatchObject(
    refused('Cannot apply $bit to a value of non-integral type'),
  )
  const things = await open()
  await things.send('insertDocument', {
    data: ['{"_id":0,"n":{"$numberLong":"9223372036854775807"},"m":{"$numberLong":"5"}}'],
  })
  expect(await things.update({}, { $inc: { n: one } })).toMatchObject(
    refused('Failed to apply $inc operations to current value'),
  )
  await things.update({}, { $bit: { m: { or: 2 } } })
  expect((await things.send('getDocument', {})).data.list[0]).toContain('"m":{"$numberLong":"7"}')
})

test('new fields come in the order of their names, positions as numbers', async () => {
  const doc = await updated({ z: 0 }, { $set: { c: 1, 'a.y': 1 }, $inc: { b: 1, 'a.x': 1 } })
  expect(JSON.stringify(doc)).toBe('{"z":0,"a":{"x":1,"y":1},"b":1,"c":1}')
  expect(await updated({ a: [] }, { $set: { 'a.10': 'x', 'a.9': 'y' } })).toEqual({
    a: [...Array<null>(9).fill(null), 'y', 'x'],
  })
})

test('$ is the element that the last condition recorded, in the order MongoDB sorts conditions', async () => {
  const list = [
    { x: 5, n: 1 },
    { x: 1, n: 9 },
    { x: 5, n: 9 },
  ]
  const marked = async (query: object, path = 'list.$.hit', doc: object = { list }) => {
    const result = await updated(doc, { $set: { [path]: true } }, query)
    return result.code ? result : (result.list as any[]).map((item) => item.hit ?? false)
  }
  // One condition: the first that it holds for.
  expect(await marked({ 'list.x': 1 })).toEqual([false, true, false])
  // Two conditions that different elements meet: the later one in MongoDB's order counts.
  expect(await marked({ 'list.x': 5, 'list.n': 9 })).toEqual([true, false, false])
  expect(await marked({ 'list.n': 9, 'list.x': 5 })).toEqual([true, false, false])
  expect(await marked({ 'list.n': { $gt: 5 }, 'list.x': 5 })).toEqual([false, true, false])
  // One element that meets both.
  expect(await marked({ list: { $elemMatch: { x: 5, n: 9 } } })).toEqual([false, false, true])
  expect(await marked({ 'list.x': { $in: [1, 7] } })).toEqual([false, true, false])
  expect(await marked({ $and: [{ 'list.n': 9 }] })).toEqual([false, true, false])
  // Negations and $or record nothing.
  const nothing = refused('The positional operator did not find the match needed from the query.')
  expect(await marked({})).toMatchObject(nothing)
  expect(await marked({ 'list.x': { $ne: 7 } })).toMatchObject(nothing)
  expect(await marked({ $or: [{ 'list.x': 1 }, { 'list.x': 7 }] })).toMatchObject(nothing)
  // Scalars, and an array inside a document of an array: the outermost position.
  expect(await updated({ n: [4, 7, 9] }, { $set: { 'n.$': 0 } }, { n: { $gt: 5 } })).toEqual({
    n: [4, 0, 9],
  })
  const nested = { list: [{ t: [1] }, { t: [2, 3] }] }
  expect(await marked({ 'list.t': 3 }, 'list.$.hit', nested)).toEqual([false, true])
  expect(await marked({ 'list.t': 3 }, 'list.$[].hit', nested)).toEqual([true, true])
})

test('$[] needs an array', async () => {
  expect(await updated({}, { $set: { 'a.$[].x': 1 } })).toMatchObject(
    refused("The path 'a' must exist in the document in order to apply array updates."),
  )
  expect(await updated({ a: 5 }, { $set: { 'a.$[]': 1 } })).toMatchObject(
    refused('Cannot apply array updates to non-array element a: 5'),
  )
})

test('_.addToSet({ each }) reaches the database as an object, which the log says', async () => {
  const before = cloud.lines.length
  expect(await updated({ a: [] }, { $addToSet: { a: { each: [1] } } })).toEqual({
    a: [{ each: [1] }],
  })
  expect(cloud.lines.slice(before).join()).toContain('_.addToSet({ $each }) adds its members')
})
