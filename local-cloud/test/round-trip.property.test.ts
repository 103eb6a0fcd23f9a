import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { admin } from './admin'
import { startTestCloud, type TestCloud } from './cloud'

// Whatever can be stored comes out of an export and an import as it was, in type and in text.

let cloud: TestCloud
let made = 0

beforeAll(async () => {
  cloud = await startTestCloud()
})
afterAll(() => cloud.close())

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '\n', '"', '\\', '{', '\u2028', '\ud800', '社区 😀'),
)
const key = fc.oneof(
  text,
  fc.constantFrom('.', 'a.', '.a', 'a..b', '__proto__', 'constructor', '_bsontype', '0', '10'),
)
const long = fc.oneof(fc.maxSafeInteger().map(BigInt), fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n))
const bytes = fc.uint8Array({ maxLength: 20 })
const hex = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((b) => Buffer.from(b).toString('hex'))

/** Every type in canonical Extended JSON, as the SDK sends it. */
const scalar = fc.oneof(
  text,
  fc.boolean(),
  fc.constant(null),
  fc.integer().map((n) => ({ $numberInt: String(n) })),
  long.map((n) => ({ $numberLong: String(n) })),
  fc.double().map((n) => ({ $numberDouble: Object.is(n, -0) ? '-0.0' : String(n) })),
  fc.integer().map((n) => ({ $numberDouble: `${n}.0` })),
  fc.constantFrom('0', '-0', '1.10', 'NaN', '-Infinity', '1E+6144', '9.99E-6143').map((n) => ({
    $numberDecimal: n,
  })),
  fc
    .oneof(fc.integer({ min: -8_640_000_000_000_000, max: 8_640_000_000_000_000 }), fc.integer())
    .map((n) => ({ $date: { $numberLong: String(n) } })),
  hex(12).map(($oid) => ({ $oid })),
  fc.tuple(bytes, fc.constantFrom('00', '05', '80')).map(([value, subType]) => ({
    $binary: { base64: Buffer.from(value).toString('base64'), subType },
  })),
  hex(16).map((value) => ({
    $uuid: value.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
  })),
  fc.tuple(fc.nat(), fc.nat()).map(([t, i]) => ({ $timestamp: { t, i } })),
  fc.constantFrom({ $minKey: 1 }, { $maxKey: 1 }),
  fc
    .tuple(fc.constantFrom('^a/b', '[{', '社', ''), fc.constantFrom('', 'i', 'imsx'))
    .map(([pattern, options]) => ({ $regularExpression: { pattern, options } })),
)
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4 }),
  ),
}))
const id = fc.oneof(
  scalar.filter((one) => typeof one !== 'object' || !('$regularExpression' in (one ?? {}))),
  fc.dictionary(key, value, { maxKeys: 2 }),
)
const document = fc.tuple(id, fc.dictionary(key, value, { maxKeys: 6 })).map(([_id, fields]) => ({
  _id,
  ...fields,
}))

const list = async (collectionName: string): Promise<string[]> =>
  (await admin(cloud.url, { action: 'database.getDocument', collectionName })).data.list

async function exported(name: string): Promise<string> {
  return (await fetch(`${cloud.url}/export?collection=${name}`)).text()
}

test('export, import, export: the same text, and every document as it was', async () => {
  let stored = 0
  await fc.assert(
    fc.asyncProperty(fc.array(document, { minLength: 1, maxLength: 5 }), async (docs) => {
      const [from, to] = [`from${++made}`, `to${made}`]
      await admin(cloud.url, { action: 'database.addCollection', collectionName: from })
      // What the database refuses is not stored; the rest must come back.
      for (const doc of docs)
        await admin(cloud.url, {
          action: 'database.insertDocument',
          collectionName: from,
          data: [JSON.stringify(doc)],
        })
      const before = await list(from)
      stored += before.length
      const lines = await exported(from)
      const reply = await fetch(`${cloud.url}/import?collection=${to}`, {
        method: 'POST',
        body: lines,
      })
      expect(await reply.json()).toEqual({ inserted: before.length, replaced: 0 })
      expect(await list(to)).toEqual(before)
      expect(await exported(to)).toBe(lines)
    }),
    { numRuns: 300, seed: 20_261_122 },
  )
  expect(stored).toBeGreaterThan(500)
}, 60_000)

test('what is not of its type is refused when it is written', async () => {
  const collectionName = `typed${++made}`
  await admin(cloud.url, { action: 'database.addCollection', collectionName })
  for (const wrong of [
    '{"$date":{"$numberLong":"NaN"}}',
    '{"$date":"yesterday"}',
    '{"$numberInt":"1.5"}',
    '{"$numberInt":"3000000000"}',
    '{"$numberLong":"9223372036854775808"}',
    '{"$numberDouble":"x"}',
    '{"$oid":"x"}',
    '{"$numberDecimal":"x"}',
  ]) {
    const reply = await admin(cloud.url, {
      action: 'database.insertDocument',
      collectionName,
      data: [`{"a":[${wrong}]}`],
    })
    expect(reply.code, wrong).toBe('INVALID_PARAM')
  }
  expect(await list(collectionName)).toEqual([])
})
