import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestCloud, type TestCloud } from './cloud'

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url))

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
})
afterAll(() => cloud.close())

const folder = () => mkdtempSync(join(tmpdir(), 'transfer-'))

function cli(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args])
  return { status, out: stdout.toString(), err: stderr.toString() }
}

async function importText(collection: string, body: string | Buffer, mode = 'insert') {
  const response = await fetch(`${cloud.url}/import?collection=${collection}&mode=${mode}`, {
    method: 'POST',
    body: body as string,
  })
  return { status: response.status, body: (await response.json()) as any }
}

const exportText = async (collection: string) => {
  const response = await fetch(`${cloud.url}/export?collection=${collection}`)
  return { status: response.status, text: await response.text() }
}

/** What an SDK is told of every document, in canonical Extended JSON, which names each type. */
async function stored(url: string, collectionName: string): Promise<unknown[]> {
  const response = await fetch(`${url}/admin`, {
    method: 'POST',
    headers: { authorization: 'x' },
    body: JSON.stringify({ action: 'database.getDocument', collectionName }),
  })
  const { data } = (await response.json()) as { data: { list: string[] } }
  return data.list.map((text) => JSON.parse(text) as unknown)
}

/** A document with every type there is, as the SDK would insert it. */
const EVERY_TYPE = {
  _id: 'every',
  int: { $numberInt: '5' },
  smallLong: { $numberLong: '5' },
  long: { $numberLong: '3000000000' },
  hugeLong: { $numberLong: '9007199254740993' },
  wholeDouble: { $numberDouble: '5.0' },
  double: { $numberDouble: '1.5' },
  largeDouble: { $numberDouble: '1e+300' },
  minusZero: { $numberDouble: '-0.0' },
  notANumber: { $numberDouble: 'NaN' },
  infinite: { $numberDouble: '-Infinity' },
  decimal: { $numberDecimal: '1.10' },
  date: { $date: { $numberLong: '1535736600882' } },
  beforeChrist: { $date: { $numberLong: '-99999999999999' } },
  null: null,
  bool: true,
  string: '邻里 "quoted" \\ {brace\u2028',
  objectId: { $oid: '639be0d05321300af2bd273d' },
  binary: { $binary: { base64: 'AAEC', subType: '00' } },
  regex: { $regularExpression: { pattern: '^a/b', options: 'i' } },
  timestamp: { $timestamp: { t: 5, i: 6 } },
  least: { $minKey: 1 },
  most: { $maxKey: 1 },
  geo: { type: 'Point', coordinates: [{ $numberDouble: '121.5' }, { $numberInt: '31' }] },
  nested: { list: [{ deep: { $date: { $numberLong: '0' } } }, [], {}, null] },
  'a.b': { $numberInt: '1' },
}

async function insert(url: string, collectionName: string, docs: object[]): Promise<void> {
  const send = (body: object) =>
    fetch(`${url}/admin`, {
      method: 'POST',
      headers: { authorization: 'x' },
      body: JSON.stringify({ collectionName, ...body }),
    })
  await send({ action: 'database.addCollection' })
  const data = docs.map((doc) => JSON.stringify(doc))
  const reply = await (await send({ action: 'database.insertDocument', data })).json()
  expect(reply).not.toHaveProperty('code')
}

test('a round trip over HTTP keeps every type, and what is missing stays missing', async () => {
  await insert(cloud.url, 'types', [EVERY_TYPE, { _id: { $oid: '639be0d05321300af2bd2740' } }])
  const { text } = await exportText('types')
  expect(await importText('types2', text)).toEqual({
    status: 200,
    body: { inserted: 2, replaced: 0 },
  })
  const [before, after] = [await stored(cloud.url, 'types'), await stored(cloud.url, 'types2')]
  expect(before).toHaveLength(2)
  expect(after).toEqual(before)
  expect((await exportText('types2')).text).toBe(text)
})

test('an export is in the form the cloud console reads: a document a line, ISO dates, plain numbers', async () => {
  await insert(cloud.url, 'plain', [
    {
      _id: 'a',
      age: { $numberInt: '45' },
      rate: { $numberDouble: '1.5' },
      date: { $date: { $numberLong: '1535736600882' } },
    },
    { _id: 'b', tags: ['x'] },
  ])
  expect((await exportText('plain')).text).toBe(
    '{"_id":"a","age":45,"rate":1.5,"date":{"$date":"2018-08-31T17:30:00.882Z"}}\n' +
      '{"_id":"b","tags":["x"]}\n',
  )
})

test('what the console and mongoexport write is read: several lines, 5.0, long integers, CRLF, a mark', async () => {
  const text =
    '\uFEFF{\r\n    "_id": "xxxxxx",\r\n    "age": 45,\r\n    "note": "} [ \\" {"\r\n}\r\n\r\n' +
    '{"_id":"y","d":5.0,"e":1e3,"big":9007199254740993,"at":{"$date":"2018-08-31T17:30:00.882+08:00"}}'
  expect((await importText('read', text)).body).toEqual({ inserted: 2, replaced: 0 })
  expect(await stored(cloud.url, 'read')).toEqual([
    { _id: 'xxxxxx', age: { $numberInt: '45' }, note: '} [ " {' },
    {
      _id: 'y',
      d: { $numberDouble: '5.0' },
      e: { $numberDouble: '1e3' },
      big: { $numberLong: '9007199254740993' },
      at: { $date: { $numberLong: '1535707800882' } },
    },
  ])
})

test('insert refuses an _id that is there, upsert replaces its document', async () => {
  await importText('modes', '{"_id":"a","n":1,"old":true}\n')
  const again = '{"_id":"b"}\n{"_id":"a","n":2}\n{"n":3}\n'
  const refused = await importText('modes', again)
  expect(refused.status).toBe(400)
  expect(refused.body.errMsg).toMatch(/^Line 2 repeats a key .*nothing was written\.$/)
  expect(await stored(cloud.url, 'modes')).toHaveLength(1)
  expect((await importText('modes', again, 'upsert')).body).toEqual({ inserted: 2, replaced: 1 })
  const [a, b, made] = (await stored(cloud.url, 'modes')) as Record<string, unknown>[]
  expect(a).toEqual({ _id: 'a', n: { $numberInt: '2' } })
  expect(b).toEqual({ _id: 'b' })
  expect(made?._id).toMatch(/^\w{20,}$/)
})

test('a bad line is told with its number, and not even an empty collection is left', async () => {
  const good = '{"_id":"a"}\n'
  const bad: [string | Buffer, RegExp][] = [
    [`${good}{"_id":}\n`, /^Line 2 is not Extended JSON/],
    [`${good}\n{"a":1\n`, /^Line 3 is not Extended JSON/],
    [`${good}5\n`, /^Line 2 is not a document/],
    ['[{"_id":"a"},{"_id":"b"}]', /^Line 1 begins an array/],
    [`${good}{"a":[{"$set":1}]}`, /^Line 2 is refused: .*field '\$set' in 'a\.0\.\$set'/],
    [`${good}{"_id":["x"]}`, /^Line 2 is refused: The '_id' value cannot be of type array/],
    [
      `${good}{"at":{"$date":"yesterday"}}`,
      /^Line 2 is not Extended JSON \(a \$date is not a time/,
    ],
    [`${good}{"n":{"$numberLong":"1.5"}}`, /^Line 2 is not Extended JSON \(\$numberLong "1.5"/],
    [`${good}${good}`, /^Line 2 repeats a key/],
    [Buffer.concat([Buffer.from(good), Buffer.of(0x22, 0xff, 0xfe)]), /^Line 2 is not UTF-8/],
  ]
  for (const [body, sentence] of bad) {
    const refused = await importText('bad', body)
    expect(refused).toEqual({ status: 400, body: { errMsg: expect.stringMatching(sentence) } })
    expect((await exportText('bad')).status).toBe(400)
  }
  expect((await importText('bad', good, 'merge')).status).toBe(400)
})

test('a unique index refuses a file whole', async () => {
  const unique = await startTestCloud({
    collections: { people: { indexes: [{ name: 'card', keys: [['card', 1]], unique: true }] } },
  })
  try {
    const response = await fetch(`${unique.url}/import?collection=people`, {
      method: 'POST',
      body: '{"card":1}\n{"card":2}\n{"card":1}\n',
    })
    expect(((await response.json()) as { errMsg: string }).errMsg).toMatch(/^Line 3 .*card/)
    expect(await stored(unique.url, 'people')).toEqual([])
  } finally {
    await unique.close()
  }
})

test('the command line moves a whole cloud to another folder, odd names included', async () => {
  const data = folder()
  const from = await startTestCloud({ data })
  await insert(from.url, 'types', [EVERY_TYPE])
  await insert(from.url, '名/字', [{ _id: '1' }])
  const before = await stored(from.url, 'types')
  expect(cli('export', '--data', data, '--out', folder()).err).toContain('is in use by another')
  await from.close()

  const out = folder()
  expect(cli('export', '--data', data, '--out', out).status).toBe(0)
  expect(readdirSync(out).sort()).toEqual(['%E5%90%8D%2F%E5%AD%97.json', 'types.json'])
  const copy = join(folder(), 'new')
  const imported = cli('import', '--data', copy, '--from', out)
  expect(imported).toMatchObject({ status: 0, err: '' })
  const to = await startTestCloud({ data: copy })
  expect(await stored(to.url, 'types')).toEqual(before)
  expect(await stored(to.url, '名/字')).toEqual([{ _id: '1' }])
  await to.close()

  const one = folder()
  cli('export', '--data', data, '--out', one, '--collection', 'types')
  expect(readdirSync(one)).toEqual(['types.json'])
  const other = cli(
    'import',
    '--data',
    copy,
    '--from',
    join(one, 'types.json'),
    '--collection',
    'other',
  )
  expect(other.out).toContain('1 inserted, 0 replaced in other')
  const upserted = cli('import', '--data', copy, '--from', one, '--mode', 'upsert')
  expect(upserted.out).toContain('0 inserted, 1 replaced in types')
})

test('what the command line refuses is one sentence; files before a bad one stay', () => {
  const files = folder()
  writeFileSync(join(files, 'a.json'), '{"_id":"1"}\n')
  writeFileSync(join(files, 'b.jsonl'), '{"_id":"1"}\n{"_id":"1"}\n')
  const data = folder()
  const refused = cli('import', '--data', data, '--from', files)
  expect(refused.status).toBe(1)
  expect(refused.err).toMatch(/b\.jsonl: Line 2 repeats a key .*nothing was written\.\n$/)
  const out = folder()
  cli('export', '--data', data, '--out', out)
  expect(readdirSync(out)).toEqual(['a.json'])
  expect(readFileSync(join(out, 'a.json'), 'utf8')).toBe('{"_id":"1"}\n')

  const empty = join(folder(), 'empty')
  mkdirSync(empty)
  const cases: [string[], string][] = [
    [['export', '--data', empty, '--out', out], `There is no data in ${empty}.\n`],
    [['import', '--data', data, '--from', '/nowhere'], '/nowhere does not exist.\n'],
    [['import', '--data', data, '--from', empty], `${empty} holds no .json or .jsonl file.\n`],
    [
      ['import', '--data', data, '--from', files, '--collection', 'x'],
      '--collection goes with one',
    ],
    [['import', '--data', data, '--from', files, '--mode', 'merge'], '--mode must be insert or'],
    [['export', '--data', data, '--out', out, '--collection', 'x'], 'There is no collection x in'],
    [['export', '--data', data], '--out is missing.'],
    [['export', '--dta', data], "Unknown option '--dta'"],
  ]
  for (const [args, sentence] of cases) {
    const { status, err } = cli(...args)
    expect([status, err]).toEqual([1, expect.stringContaining(sentence)])
  }
  expect(readdirSync(empty)).toEqual([])
})

test('a page of another site can neither export nor import', async () => {
  await insert(cloud.url, 'secret', [{ _id: '1' }])
  const headers = { 'sec-fetch-site': 'cross-site' }
  const image = await fetch(`${cloud.url}/export?collection=secret`, { headers })
  expect(image.status).toBe(400)
  const foreign = await fetch(`${cloud.url}/import?collection=secret`, {
    method: 'POST',
    headers: { origin: 'https://evil.example' },
    body: '{"_id":"2"}',
  })
  expect(foreign.status).toBe(403)
  expect(await stored(cloud.url, 'secret')).toHaveLength(1)
})
