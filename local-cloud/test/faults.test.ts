import { afterEach, beforeEach, expect, test } from 'vitest'
import { startTestCloud, type TestCloud } from './cloud'

let cloud: TestCloud

beforeEach(async () => {
  cloud = await startTestCloud({ seed: (db) => db.insertMany('todos', [{ _id: 'x', rev: 0 }]) })
})
afterEach(() => cloud.close())

const done = () => cloud.as('alice', 'todo', { op: 'done', id: 'x' })
const rev = async () => {
  const { body } = await cloud.post('/call/bank', { op: 'nothing' })
  expect(body.errCode).toBe(-504002)
  const response = await fetch(`${cloud.url}/admin`, {
    method: 'POST',
    headers: { authorization: 'x' },
    body: JSON.stringify({
      action: 'database.getDocument',
      collectionName: 'todos',
      query: '{"_id":"x"}',
    }),
  })
  const { data } = (await response.json()) as { data: { list: string[] } }
  return Number(JSON.parse(data.list[0]!).rev.$numberInt)
}

test('error: the action fails and is not applied', async () => {
  await cloud.post('/faults', { op: 'done', action: 'database.modifyDocument', mode: 'error' })
  expect(await done()).toMatchObject({
    errCode: -504002,
    errMsg: expect.stringContaining('injected fault'),
  })
  expect(await rev()).toBe(0)
  expect((await done()).result.stats.updated).toBe(1)
})

test('error-after: the action is applied and fails all the same', async () => {
  await cloud.post('/faults', { action: 'modifyDocument', mode: 'error-after' })
  expect((await done()).errMsg).toContain('injected fault')
  expect(await rev()).toBe(1)
})

test('kill: the instance ends before the action is applied, and only its own call', async () => {
  await cloud.post('/faults', { function: 'todo', action: 'database.', mode: 'kill' })
  const other = cloud.as('bob', 'probe', { op: 'slowWhoami', ms: 200 })
  expect(await done()).toMatchObject({ errCode: -504002 })
  expect(await rev()).toBe(0)
  expect((await other).result).toEqual(['bob', 'bob'])
  const { calls } = await cloud.get('/stats/calls')
  expect(calls.find((call: any) => call.op === 'done')).toMatchObject({
    outcome: 'crash',
    sequential: 1,
  })
  expect((await done()).result.stats.updated).toBe(1)
})

test('nth counts matching actions, each fault fires once, others do not match', async () => {
  await cloud.post('/faults', { op: 'done', nth: 2, mode: 'error' })
  await cloud.post('/faults', { op: 'another', mode: 'error' })
  await cloud.post('/faults', { function: 'bank', mode: 'error' })
  expect((await done()).errCode).toBeUndefined()
  expect((await done()).errCode).toBe(-504002)
  expect((await done()).errCode).toBeUndefined()
  const { faults } = await cloud.get('/faults')
  expect(faults.map((fault: any) => fault.fired)).toEqual([true, false, false])
  await fetch(`${cloud.url}/faults`, { method: 'DELETE' })
  expect((await cloud.get('/faults')).faults).toEqual([])
})

test('times: a fault meets so many actions in a row, and says how often it has', async () => {
  await cloud.post('/faults', { op: 'done', nth: 2, times: 2, mode: 'error' })
  const outcomes = []
  for (let i = 0; i < 5; i++) outcomes.push((await done()).errCode)
  expect(outcomes).toEqual([undefined, -504002, -504002, undefined, undefined])
  const { faults } = await cloud.get('/faults')
  expect(faults).toMatchObject([{ fired: true, count: 2, seen: 3, times: 2, nth: 2, ms: 0 }])
})

test('delay: the action waits and is then applied', async () => {
  await cloud.post('/faults', { op: 'done', action: 'modifyDocument', mode: 'delay', ms: 400 })
  const began = performance.now()
  expect((await done()).result.stats.updated).toBe(1)
  expect(performance.now() - began).toBeGreaterThan(400)
  expect(await rev()).toBe(1)
})

test('a delay beyond the time limit ends the call, and the action is applied all the same', async () => {
  await cloud.post('/faults', { function: 'todo', mode: 'delay', ms: 4000 })
  expect(await done()).toMatchObject({ errCode: -504003 })
  await expect.poll(rev, { timeout: 5000 }).toBe(1)
})

const album = async (event: object) => (await cloud.as('alice', 'album', event)).result
const upload = (text: string) => album({ op: 'upload', cloudPath: 'a.txt', text })
const read = async () =>
  (await album({ op: 'download', fileID: 'cloud://local.6c6f-local-1300000000/a.txt' })).text

test('storage actions meet faults: the grant, the upload itself, the URLs and the deletion', async () => {
  await cloud.post('/faults', { action: 'storage.getUploadMetadata', mode: 'error' })
  expect((await upload('x')).errMsg).toContain('injected fault')
  await cloud.post('/faults', { action: 'storage.putObject', mode: 'error' })
  expect((await upload('x')).errMsg).toContain('injected fault')
  expect(await read()).toBeUndefined()
  await cloud.post('/faults', { action: 'storage.putObject', mode: 'error-after' })
  expect((await upload('y')).errMsg).toContain('injected fault')
  expect(await read()).toBe('y')
  await cloud.post('/faults', { op: 'upload', action: 'putObject', mode: 'kill' })
  expect(
    await cloud.as('alice', 'album', { op: 'upload', cloudPath: 'a.txt', text: 'z' }),
  ).toMatchObject({ errCode: -504002 })
  expect(await read()).toBe('y')
  await cloud.post('/faults', { action: 'storage.', op: 'remove', mode: 'error-after' })
  const removed = await album({
    op: 'remove',
    fileList: ['cloud://local.6c6f-local-1300000000/a.txt'],
  })
  expect(removed.errMsg).toContain('injected fault')
  expect(await read()).toBeUndefined()
})

test('open APIs meet faults: WeChat is busy, before or after it has sent', async () => {
  const send = async () =>
    (
      await cloud.as('alice', 'wechat', {
        api: 'subscribeMessage.send',
        data: { touser: 'alice', templateId: 't', data: { thing1: { value: 'x' } } },
      })
    ).result
  const sent = async () => (await cloud.get('/inbox?openid=alice')).messages.length
  await cloud.post('/subscriptions', { openid: 'alice', templateId: 't', accept: true })
  await cloud.post('/faults', { action: 'openapi.subscribeMessage.send', mode: 'error' })
  expect(await send()).toMatchObject({
    errCode: -1,
    errMsg: expect.stringContaining('system error'),
  })
  expect(await sent()).toBe(0)
  await cloud.post('/faults', { action: 'openapi', mode: 'error-after' })
  expect(await send()).toMatchObject({ errCode: -1 })
  expect(await sent()).toBe(1)
  expect(await send()).toMatchObject({ errCode: 43101 })
})

test('calls between functions meet faults: before the other runs, or after', async () => {
  const call = async () =>
    (await cloud.as('alice', 'probe', { op: 'call', name: 'todo', data: { op: 'done', id: 'x' } }))
      .result
  await cloud.post('/faults', { action: 'functions.invokeFunction', mode: 'error' })
  expect((await call()).message).toContain('injected fault')
  expect(await rev()).toBe(0)
  await cloud.post('/faults', { action: 'functions.', mode: 'error-after' })
  expect((await call()).message).toContain('injected fault')
  expect(await rev()).toBe(1)
})

test('a fault that makes no sense is refused', async () => {
  for (const fault of [
    { mode: 'delay' },
    { mode: 'error', ms: 5 },
    { mode: 'delay', ms: -1 },
    { mode: 'delay', ms: 600_001 },
    { mode: 'error', times: 0 },
    { mode: 'error', nth: 1.5 },
  ])
    expect((await cloud.post('/faults', fault)).status).toBe(400)
  expect((await cloud.get('/faults')).faults).toEqual([])
})

test('collections: only actions on one of them are met', async () => {
  const bad = await cloud.post('/faults', { collections: 'todos', mode: 'error' })
  expect(bad.status).toBe(400)
  await cloud.post('/faults', { collections: ['others'], mode: 'error' })
  expect((await done()).result.stats.updated).toBe(1)
  await cloud.post('/faults', { collections: ['others', 'todos'], mode: 'error' })
  expect((await done()).errMsg).toContain('injected fault')
})
