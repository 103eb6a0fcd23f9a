import { afterAll, beforeAll, expect, test } from 'vitest'
import { rawDatabase } from './admin'
import { startTestCloud, type TestCloud } from './cloud'

// MongoDB's regular expressions are PCRE's, which JavaScript's are not quite.

let cloud: TestCloud
let raw: ReturnType<typeof rawDatabase>

beforeAll(async () => {
  cloud = await startTestCloud({ collections: { texts: { indexes: [] } } })
  raw = rawDatabase(cloud.url, 'texts')
  const texts = ['abc', 'abc\n', 'x\nabc', '😀', '社区', 'a]b', 'tab\there', '2026-11']
  await raw.insert(...texts.map((s, _id) => ({ _id, s })))
})
afterAll(() => cloud.close())

const matching = async (pattern: string, options = '') => {
  const found = await raw.find({ s: { $regularExpression: { pattern, options } } })
  return Array.isArray(found) ? found.map((doc: any) => doc._id) : found
}

test.each([
  ['^abc$', '', [0, 1]],
  ['^abc\\z', '', [0]],
  ['^abc\\Z', '', [0, 1]],
  ['\\Aabc', 'm', [0, 1]],
  ['^abc$', 'm', [0, 1, 2]],
  ['^.$', '', [3]],
  ['^[😀]$', '', [3]],
  ['^[社区]+$', '', [4]],
  ['a[]x]b', '', [5]],
  ['b\\hhere|b\\there', '', [6]],
  ['^[[:digit:]]{4}-[[:digit:]]+$', '', [7]],
  ['(?P<year>\\d{4})-', '', [7]],
  ['a\\]b', '', [5]],
  ['\\$', '', []],
  ['\\-', '', [7]],
  ['[$]', '', []],
  ['^[\\x{4e00}-\\x{9fa5}]+$', '', [4]],
  ['^\\x{1F600}$', '', [3]],
  ['tab\\x09here', '', [6]],
  ['[[:punct:]]b', '', [5]],
])('/%s/%s', async (pattern, options, ids) => {
  expect(await matching(pattern, options)).toEqual(ids)
})

test('\\u is refused as PCRE refuses it: a JavaScript pattern with it fails in the cloud', async () => {
  expect(await matching('^[\\u4e00-\\u9fa5]+$')).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
  expect(await matching('\\u4e00')).toMatchObject({
    message: expect.stringContaining('PCRE does not support \\L, \\l, \\N{name}, \\U, or \\u'),
  })
  expect(await matching('^\\\\u')).toEqual([])
})
