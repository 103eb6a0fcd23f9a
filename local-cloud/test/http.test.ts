import { request } from 'node:http'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestCloud, type TestCloud } from './cloud'

let cloud: TestCloud

beforeAll(async () => {
  const dir = mkdtempSync(join(tmpdir(), 'static-'))
  writeFileSync(join(dir, 'index.html'), '<p>home</p>')
  cloud = await startTestCloud({ staticDir: dir, collections: { things: { indexes: [] } } })
})
afterAll(() => cloud.close())

/** A request with headers that fetch would not let through. */
function raw(path: string, headers: Record<string, string>, body = '{}', method = 'POST') {
  return new Promise<{ status: number; body: any }>((resolve, reject) => {
    const sent = request(
      { port: cloud.port, host: '127.0.0.1', path, method, headers },
      (response) => {
        let text = ''
        response.on('data', (chunk) => (text += chunk))
        response.on('end', () => {
          let parsed: unknown = text
          try {
            parsed = JSON.parse(text)
          } catch {
            // A file is not JSON.
          }
          resolve({ status: response.statusCode ?? 0, body: parsed })
        })
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

const read = JSON.stringify({ action: 'database.getDocument', collectionName: 'things' })

test('a client has no way into the database', async () => {
  const denied = { body: { code: 'DATABASE_PERMISSION_DENIED' } }
  expect(await raw('/admin', {}, read)).toMatchObject(denied)
  expect(await raw('/admin', { authorization: 'x', 'x-openid': 'alice' }, read)).toMatchObject(
    denied,
  )
  expect(await raw('/admin', { authorization: 'x', origin: cloud.url }, read)).toMatchObject(denied)
  expect(await raw('/database', { 'x-openid': 'alice' }, read)).toMatchObject({
    body: { errCode: -502003 },
  })
  expect(await raw('/admin', { authorization: 'x' }, read)).toMatchObject({
    status: 200,
    body: { data: { list: [] } },
  })
})

test('a foreign Host or Origin is refused', async () => {
  expect((await raw('/call/probe', { host: 'evil.example' })).status).toBe(403)
  expect((await raw('/call/probe', { origin: 'https://evil.example' })).status).toBe(403)
  expect((await raw('/call/edge', { origin: cloud.url }, '{"a":1,"b":2}')).body.result).toEqual({
    sum: 3,
  })
})

test("a page of another site can't reach what acts, with or without an Origin; files it may show", async () => {
  const doors: [string, string][] = [
    ['GET', '/http/probe/page'],
    ['POST', '/http/probe/form'],
    ['POST', '/call/probe'],
    ['POST', '/clock'],
    ['POST', '/faults'],
    ['POST', '/subscriptions'],
    ['GET', '/inbox'],
    ['POST', '/import?collection=things'],
    ['POST', '/console/api/remove'],
    ['PUT', '/storage/upload/x'],
  ]
  for (const site of ['cross-site', 'same-site'])
    for (const [method, path] of doors)
      expect([
        path,
        (await raw(path, { 'sec-fetch-site': site }, method === 'GET' ? '' : '{}', method)).status,
      ]).toEqual([path, 403])
  const calls = (await cloud.get('/stats')).functions as { function: string }[]
  expect(calls.map(({ function: name }) => name)).not.toContain('probe')
  expect(
    await raw('/admin', { authorization: 'x', 'sec-fetch-site': 'cross-site' }, read),
  ).toMatchObject({ status: 403, body: { code: 'DATABASE_PERMISSION_DENIED' } })
  for (const site of ['same-origin', 'none'])
    expect((await raw('/inbox', { 'sec-fetch-site': site }, '', 'GET')).status).toBe(200)
  expect((await raw('/', { 'sec-fetch-site': 'cross-site' }, '', 'GET')).status).toBe(200)
})

test('a word every object has is no action', async () => {
  for (const name of ['constructor', 'toString', '__proto__']) {
    const body = JSON.stringify({ action: `database.${name}`, collectionName: 'things' })
    expect(await raw('/admin', { authorization: 'x' }, body)).toMatchObject({
      body: { code: 'INVALID_ACTION' },
    })
  }
})

test('bad input has clear answers', async () => {
  expect(await raw('/call/edge', {}, '{"a":')).toMatchObject({
    status: 400,
    body: { errMsg: expect.stringContaining('not valid JSON') },
  })
  // An event that is no object is the function's own business.
  expect(await raw('/call/edge', {}, '[1]')).toMatchObject({ status: 200, body: { result: {} } })
  expect(await raw('/clock', {}, '[1]')).toMatchObject({ status: 400 })
  expect(await raw('/call/edge', {}, `{"a":"${'x'.repeat(1024 * 1024)}"}`)).toMatchObject({
    status: 413,
    body: { errCode: -501007 },
  })
  expect(await raw('/nowhere', {})).toMatchObject({ status: 404 })
  expect(
    await raw('/admin', { authorization: 'x' }, '{"action":"database.dropEverything"}'),
  ).toMatchObject({
    body: { code: 'INVALID_ACTION' },
  })
  expect(await raw('/admin', { authorization: 'x' }, '{"action":"magic.do"}')).toMatchObject({
    body: { code: 'INVALID_ACTION' },
  })
  for (const fault of [
    {},
    { mode: 'maybe' },
    { mode: 'kill', nth: 0 },
    { mode: 'kill', sometimes: 1 },
  ])
    expect((await cloud.post('/faults', fault)).status).toBe(400)
  for (const clock of [
    {},
    { advance: -1 },
    { now: 'yesterday-ish' },
    { now: 1, advance: 1 },
    { now: 5 },
  ])
    expect((await cloud.post('/clock', clock)).status).toBe(400)
})

test('files are served at /, and none from outside the folder', async () => {
  expect((await raw('/', {}, '', 'GET')).body).toBe('<p>home</p>')
  expect((await raw('/../package.json', {}, '', 'GET')).status).toBe(404)
  expect((await raw('/%2e%2e/%2e%2e/etc/passwd', {}, '', 'GET')).status).toBe(404)
})

test('whom a client may say to be is told, and nobody when nobody is given', async () => {
  expect(await cloud.get('/people')).toEqual([])
  const people = [{ openid: 'alice', name: 'Alice', about: 'plays' }]
  const other = await startTestCloud({ people })
  try {
    expect(await other.get('/people')).toEqual(people)
  } finally {
    await other.close()
  }
})
