import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startTestCloud, type TestCloud } from './cloud'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({
    collections: {
      todos: {
        indexes: [
          { name: 'owner', keys: [['owner', 1]] },
          { name: 'card', keys: [['card', 1]], unique: true },
        ],
      },
    },
  })
})
afterAll(() => cloud.close())

const LINES = [
  '{"_id":"a","owner":"alice","due":3,"card":1}',
  '{"_id":"b","owner":"bob","due":{"$numberDouble":"5.0"},"card":2}',
  '{"_id":"c","owner":"alice","due":1,"card":3}',
]
beforeEach(async () => {
  await fetch(`${cloud.url}/import?collection=todos&mode=upsert`, {
    method: 'POST',
    body: LINES.join('\n'),
  })
})

/** What the page asks for, with the Origin a browser adds unless told otherwise. */
async function ask(action: string, body: object, headers: Record<string, string> = {}) {
  const response = await fetch(`${cloud.url}/console/api/${action}`, {
    method: 'POST',
    headers: { origin: cloud.url, ...headers },
    body: JSON.stringify({ collection: 'todos', ...body }),
  })
  return { status: response.status, body: (await response.json()) as any }
}

test('the console is at /, and at /console/ too when files are served at /', async () => {
  const root = await fetch(`${cloud.url}/`)
  expect([root.url, root.status]).toEqual([`${cloud.url}/console/`, 200])
  expect(root.headers.get('content-security-policy')).toContain("script-src 'self'")
  const page = await root.text()
  const files = [...page.matchAll(/(?:href|src)="([\w.-]+\.(?:js|css|svg))"/g)].map(
    ([, name]) => name!,
  )
  expect(files).toContain('console.js')
  const scripts = await Promise.all(
    files.map(async (file) => {
      const response = await fetch(`${cloud.url}/console/${file}`)
      expect([file, response.status]).toEqual([file, 200])
      return file.endsWith('.js') ? response.text() : ''
    }),
  )
  for (const [, file] of scripts.join('\n').matchAll(/from '\.\/([\w-]+\.js)'/g))
    expect([file, (await fetch(`${cloud.url}/console/${file}`)).status]).toEqual([file, 200])
  expect((await fetch(`${cloud.url}/console/%2e%2e/package.json`)).status).toBe(404)

  const withFiles = await startTestCloud({ staticDir: import.meta.dirname })
  try {
    expect((await fetch(`${withFiles.url}/`)).status).toBe(404)
    expect((await fetch(`${withFiles.url}/console`)).url).toBe(`${withFiles.url}/console/`)
  } finally {
    await withFiles.close()
  }
})

test('the overview names functions with their limits and timers, and collections with their indexes', async () => {
  const { functions, collections } = await cloud.get('/console/api/overview')
  expect(functions.map(({ name }: { name: string }) => name)).toContain('todo')
  expect(functions.find(({ name }: { name: string }) => name === 'bank').timeoutMs).toBe(20_000)
  expect(functions.some(({ triggers }: { triggers: unknown[] }) => triggers.length > 0)).toBe(true)
  expect(collections).toEqual([
    {
      name: 'todos',
      documents: 3,
      indexes: [
        { name: 'owner', keys: [['owner', 1]], unique: false },
        { name: 'card', keys: [['card', 1]], unique: true },
      ],
    },
  ])
})

test('a query pages through Extended JSON and says what it examined', async () => {
  const alice = { query: '{"owner":"alice"}', order: '{"due":1}' }
  const first = await ask('query', { ...alice, limit: 1 })
  expect(first.body).toMatchObject({ documents: [LINES[2]], more: true, examined: 2 })
  const second = await ask('query', { ...alice, limit: 1, skip: 1 })
  expect(second.body).toMatchObject({ documents: [LINES[0]], more: false })
  expect((await ask('query', { query: '{"due":{"$gt":{"$numberInt":"4"}}}' })).body).toMatchObject({
    documents: [LINES[1]],
  })
  const refusals: [object, RegExp][] = [
    [{ query: '{owner}' }, /the query is not JSON/],
    [{ query: '[]' }, /the query must be an object/],
    [{ query: '{"a":{"$near2":1}}' }, /\$near2/],
    [{ limit: 1000 }, /limit must be/],
    [{ collection: 'nowhere' }, /there is no collection nowhere/],
  ]
  for (const [body, sentence] of refusals)
    expect(await ask('query', body)).toEqual({
      status: 400,
      body: { errMsg: expect.stringMatching(sentence) },
    })
})

test('a document is changed only as it was read, keeps its _id and its types', async () => {
  const saved = await ask('save', {
    before: LINES[1],
    text: '{"_id":"b","owner":"bob","due":{"$numberDouble":"7.0"},"card":2}',
  })
  expect(saved.body.text).toContain('"due":{"$numberDouble":"7.0"}')
  expect((await ask('save', { before: LINES[1], text: LINES[1] })).status).toBe(409)
  expect((await ask('remove', { before: LINES[1] })).status).toBe(409)
  const moved = await ask('save', { before: LINES[0], text: '{"_id":"z"}' })
  expect(moved).toEqual({ status: 400, body: { errMsg: 'the _id of a document stays' } })
  const taken = await ask('save', { before: LINES[0], text: '{"_id":"a","card":3}' })
  expect(taken.status).toBe(400)
  expect(taken.body.errMsg).toContain('E11000')
  expect((await ask('save', { text: '{"_id":"a"}' })).body.errMsg).toContain('E11000')
  expect((await ask('save', { text: '{"a":' })).body.errMsg).toContain('is not Extended JSON')
  expect((await ask('query', { query: '{"_id":"a"}' })).body.documents).toEqual([LINES[0]])
})

test('a document is made and removed', async () => {
  const { text } = (await ask('save', { text: '{"owner":"carol","card":9}' })).body
  expect(JSON.parse(text)).toMatchObject({ _id: expect.stringMatching(/^\w+$/), owner: 'carol' })
  expect((await ask('remove', { before: text })).body).toEqual({})
  expect((await ask('query', { query: '{"owner":"carol"}' })).body.documents).toEqual([])
  expect((await ask('remove', { before: text })).status).toBe(409)
})

test('only a page of this server may ask; a change without an Origin is refused', async () => {
  const refused: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
  ]
  for (const headers of refused)
    for (const action of ['query', 'save', 'remove'])
      expect((await ask(action, { before: LINES[0], text: '{}' }, headers)).status).toBe(403)
  const bare = await fetch(`${cloud.url}/console/api/remove`, {
    method: 'POST',
    body: JSON.stringify({ collection: 'todos', before: LINES[0] }),
  })
  expect(bare.status).toBe(403)
  const read = await fetch(`${cloud.url}/console/api/overview`, {
    headers: { 'sec-fetch-site': 'same-site' },
  })
  expect(read.status).toBe(403)
  expect((await ask('query', {})).body.documents).toHaveLength(3)
})
