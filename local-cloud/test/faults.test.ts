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

test('kill: the worker ends before the action is applied, and only its own call', async () => {
  await cloud.post('/faults', { function: 'todo', action: 'database.', mode: 'kill' })
  const other = cloud.as('bob', 'probe', { op: 'slowWhoami', ms: 200 })
  expect(await done()).toMatchObject({ errCode: -504002 })
  expect(await rev()).toBe(0)
  expect((await other).result).toEqual(['bob', 'bob'])
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
