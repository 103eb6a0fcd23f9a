import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestCloud, type TestCloud } from './cloud'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud()
})
afterAll(() => cloud.close())

const http = (path: string, init: RequestInit = {}) =>
  fetch(`${cloud.url}/http/${path}`, { redirect: 'manual', ...init })

test('a request comes as CloudBase hands it over, and whoever asks has no identity', async () => {
  const response = await http('web/a/%E4%B8%AD?q=1&r=%E4%BA%8C', {
    method: 'POST',
    body: '{"b":2}',
    headers: { 'content-type': 'application/json', 'x-openid': 'alice', 'X-Mine': 'yes' },
  })
  const { event, who } = (await response.json()) as any
  expect(event).toMatchObject({
    path: '/a/%E4%B8%AD',
    httpMethod: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-mine': 'yes',
      host: `127.0.0.1:${cloud.port}`,
    },
    queryStringParameters: { q: '1', r: '二' },
    requestContext: { requestId: expect.any(String), envId: 'local', appId: 'wx0000000000000000' },
    body: '{"b":2}',
    isBase64Encoded: false,
  })
  expect(event.userInfo).toBeUndefined()
  expect(who).toEqual({ APPID: 'wx0000000000000000', ENV: 'local', SOURCE: 'wx_http' })
})

test('a binary body comes in base64; the path of the function itself is /', async () => {
  const { event } = (await (
    await http('web', {
      method: 'PUT',
      body: Buffer.from([0, 255]),
      headers: { 'content-type': 'image/png' },
    })
  ).json()) as any
  expect(event).toMatchObject({ path: '/', httpMethod: 'PUT', body: 'AP8=', isBase64Encoded: true })
})

test('strings, objects and integrated responses become HTTP', async () => {
  const page = await http('web/page')
  expect([page.status, page.headers.get('content-type'), await page.text()]).toEqual([
    200,
    'text/html; charset=utf-8',
    '<p>hello</p>',
  ])
  const object = await http('web/object')
  expect(object.headers.get('content-type')).toContain('application/json')
  expect(await object.json()).toEqual({ a: 1 })
  const moved = await http('web/moved')
  expect([moved.status, moved.headers.get('location')]).toEqual([302, '/elsewhere'])
  expect(moved.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
  const picture = await http('web/picture')
  expect([picture.status, picture.headers.get('content-type')]).toEqual([201, 'image/gif'])
  expect(
    Buffer.from(await picture.arrayBuffer())
      .toString('latin1')
      .slice(0, 6),
  ).toBe('GIF89a')
  expect(picture.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
})

test('failures have a status and a code', async () => {
  const failed = async (path: string) => {
    const response = await http(path)
    return [response.status, ((await response.json()) as any).code]
  }
  expect(await failed('nowhere')).toEqual([404, 'INVALID_PATH'])
  expect(await failed('web/throws')).toEqual([500, 'FUNCTION_INVOCATION_FAILED'])
  expect(await failed('web/wrong')).toEqual([500, 'FUNCTION_INVOCATION_FAILED'])
  expect((await http('web', { method: 'POST', body: 'x'.repeat(1024 * 1024 + 1) })).status).toBe(
    413,
  )
})
