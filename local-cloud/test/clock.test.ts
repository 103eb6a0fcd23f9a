import { afterEach, expect, test } from 'vitest'
import { startTestCloud, type TestCloud } from './cloud'
import { sdkDatabase } from './sdk'

let cloud: TestCloud
afterEach(() => cloud.close())

const start = async (now: string) => {
  cloud = await startTestCloud({ now: Date.parse(now), collections: { ticks: { indexes: [] } } })
}
const ticks = async () => (await sdkDatabase(cloud.url).collection('ticks').limit(1000).get()).data

test('moving the clock fires timers one by one, each at its own time, in time order', async () => {
  // 08:28:30 in China.
  await start('2026-03-01T00:28:30Z')
  const { body } = await cloud.post('/clock', { advance: 150_000 })
  const due = ['2026-03-01T00:29:00.000Z', '2026-03-01T00:30:00.000Z']
  expect(body.fired).toEqual([
    { function: 'ticker', trigger: 'minute', at: due[0], ok: true },
    { function: 'ticker', trigger: 'minute', at: due[1], ok: true },
    { function: 'ticker', trigger: 'morning', at: due[1], ok: true },
    { function: 'ticker', trigger: 'minute', at: '2026-03-01T00:31:00.000Z', ok: true },
  ])
  for (const tick of await ticks()) {
    expect(tick.now - Date.parse(tick.time)).toBeGreaterThanOrEqual(0)
    expect(tick.now - Date.parse(tick.time)).toBeLessThan(5000)
    expect(tick).toMatchObject({ source: 'wx_trigger', openid: null })
  }
  expect(Math.abs(body.now - Date.parse('2026-03-01T00:31:00Z'))).toBeLessThan(5000)
})

test('asleep: days pass, and each timer that has fallen due runs once when they have', async () => {
  await start('2026-03-01T00:00:00Z')
  const target = Date.parse('2026-03-08T05:00:30Z')
  const { body } = await cloud.post('/clock', { now: target, asleep: true })
  const at = new Date(target).toISOString()
  expect(body.fired.map(({ trigger }: { trigger: string }) => trigger).sort()).toEqual([
    'minute',
    'morning',
  ])
  for (const firing of body.fired) expect(firing).toMatchObject({ at, ok: true })
  const { body: later } = await cloud.post('/clock', { advance: 60_000 })
  expect(later.fired).toMatchObject([{ trigger: 'minute', at: '2026-03-08T05:01:00.000Z' }])
})

test('functions and server dates follow the clock, which goes on and never back', async () => {
  await start('2030-01-01T00:00:00Z')
  const now = async () => (await cloud.as('alice', 'probe', { op: 'now' })).result
  const first = await now()
  expect(first.is).toBe(true)
  expect(Math.abs(first.now - Date.parse('2030-01-01T00:00:00Z'))).toBeLessThan(5000)
  await cloud.post('/clock', { now: '2030-01-01T00:00:40Z' })
  const second = await now()
  expect(second.made).toBeGreaterThanOrEqual(Date.parse('2030-01-01T00:00:40Z'))
  expect(second.made - second.now).toBeLessThan(1000)
  expect((await cloud.post('/clock', { now: '2029-12-31T00:00:00Z' })).status).toBe(400)
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect((await cloud.get('/clock')).now).toBeGreaterThan(second.now)
  await cloud.as('alice', 'todo', { op: 'setup' })
  await cloud.as('alice', 'todo', { op: 'add', todo: { due: 1 } })
  const [todo] = (await cloud.as('alice', 'todo', { op: 'list' })).result
  expect(todo.at.slice(0, 16)).toBe('2030-01-01T00:00')
})

test('an hour of ticks is quick', async () => {
  await start('2026-03-01T05:00:00Z')
  await cloud.post('/clock', { advance: 60_000 })
  const started = performance.now()
  const { body } = await cloud.post('/clock', { advance: 3_600_000 })
  expect(body.fired).toHaveLength(60)
  expect((performance.now() - started) / 60).toBeLessThan(60)
})

test('timers also fire in real time when they are automatic', async () => {
  cloud = await startTestCloud({
    timers: 'auto',
    now: Date.parse('2026-03-01T05:00:59.500Z'),
    collections: { ticks: { indexes: [] } },
  })
  await expect.poll(async () => (await ticks()).length, { timeout: 4000 }).toBe(1)
})

test('a caller that pretends to be a timer has an identity and the source of a client', async () => {
  await start('2026-03-01T05:00:00Z')
  await cloud.as('mallory', 'ticker', { Type: 'Timer', TriggerName: 'minute', Time: 'now' })
  expect((await ticks())[0]).toMatchObject({ source: 'wx_client', openid: 'mallory' })
})
