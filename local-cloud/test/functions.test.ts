import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FunctionsError } from 'wx-local-cloud'
import { startTestCloud, type TestCloud } from './cloud'

let dir: string
let cloud: TestCloud | undefined

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'functions-'))
})
afterEach(async () => {
  await cloud?.close()
  cloud = undefined
  rmSync(dir, { recursive: true, force: true })
})

function write(name: string, says: string, config: object = {}) {
  mkdirSync(join(dir, name), { recursive: true })
  writeFileSync(join(dir, name, 'config.json'), JSON.stringify(config))
  writeFileSync(
    join(dir, name, 'index.js'),
    `exports.main = async ({ ms = 0 }) => {
       await new Promise((resolve) => setTimeout(resolve, ms))
       return { says: '${says}', env: process.env.COLOUR ?? null }
     }`,
  )
}
const start = async (options: object = {}) => {
  cloud = await startTestCloud({ functionsDir: dir, ...options })
  return cloud
}
const says = async (name: string, event: object = {}) =>
  (await cloud!.as('alice', name, event)).result?.says

test('environment variables of config.json reach that function alone', async () => {
  write('a', 'a', { envVariables: { COLOUR: 'red' } })
  write('b', 'b')
  await start()
  expect((await cloud!.as('alice', 'a', {})).result.env).toBe('red')
  expect((await cloud!.as('alice', 'b', {})).result.env).toBeNull()
})

test('memorySize limits a function, and only the call that went over it fails', async () => {
  write('modest', 'ok', { memorySize: 64 })
  write('greedy', 'never', { memorySize: 64, timeout: 20 })
  writeFileSync(
    join(dir, 'greedy/index.js'),
    'exports.main = () => { const all = []; for (;;) all.push(new Array(100000).fill({})) }',
  )
  await start()
  const other = says('modest', { ms: 300 })
  expect(await cloud!.as('alice', 'greedy', {})).toMatchObject({
    errCode: -504002,
    errMsg: expect.stringContaining('memory limit exceeded: 64 MB'),
  })
  expect(await other).toBe('ok')
})

test('a wrong config.json is one clear sentence', async () => {
  const wrong = async (config: object) => {
    write('a', 'a', config)
    return start().then(
      () => 'started',
      (error: Error) => (error instanceof FunctionsError ? error.message : String(error)),
    )
  }
  expect(await wrong({ envVariables: { N: 1 } })).toContain('N must be a string')
  expect(await wrong({ envVariables: { WX_OPENID: 'x' } })).toContain('belongs to the cloud')
  expect(await wrong({ permissions: { openapi: 'all' } })).toContain('permissions.openapi')
  write('b', 'b', { messagePush: ['wxa_media_check'] })
  expect(await wrong({ messagePush: ['wxa_media_check'] })).toContain('both a and b')
})

test('a reload takes up new functions, drops removed ones and follows changed settings and timers', async () => {
  const everyMinute = { name: 'tick', type: 'timer', config: '0 * * * * * *' }
  write('stays', 'old', { envVariables: { COLOUR: 'red' } })
  write('goes', 'gone', { triggers: [everyMinute] })
  await start({ now: Date.parse('2026-03-01T00:00:30Z') })
  expect(await says('stays')).toBe('old')
  // Its code is loaded before its file goes.
  expect(await says('goes')).toBe('gone')
  const running = cloud!.as('alice', 'goes', { ms: 400 })
  await new Promise((resolve) => setTimeout(resolve, 150))
  write('stays', 'new', { envVariables: { COLOUR: 'blue' }, triggers: [everyMinute] })
  write('comes', 'fresh')
  rmSync(join(dir, 'goes'), { recursive: true })
  cloud!.reload()
  expect((await cloud!.as('alice', 'stays', {})).result).toEqual({ says: 'new', env: 'blue' })
  expect(await says('comes')).toBe('fresh')
  expect((await cloud!.as('alice', 'goes', {})).errCode).toBe(-501000)
  expect((await running).result.says).toBe('gone')
  const { body } = await cloud!.post('/clock', { advance: 60_000 })
  expect(body.fired.map((firing: any) => firing.function)).toEqual(['stays'])
})

test('a reload of something wrong changes nothing', async () => {
  write('a', 'old')
  await start()
  expect(await says('a')).toBe('old')
  write('a', 'new', { triggers: [{ name: 't', type: 'timer', config: 'never' }] })
  expect(() => cloud!.reload()).toThrow(FunctionsError)
  expect(await says('a')).toBe('old')
})

test('watching reloads by itself, once a build stands still, and survives a half-built one', async () => {
  write('a', 'old')
  await start({ watch: true })
  expect(await says('a')).toBe('old')
  rmSync(dir, { recursive: true })
  await expect
    .poll(() => cloud!.lines.some((line) => line.includes('not reloaded')), { timeout: 5000 })
    .toBe(true)
  expect(await says('a')).toBe('old')
  write('a', 'new')
  write('b', 'fresh')
  await expect.poll(() => says('b'), { timeout: 5000 }).toBe('fresh')
  expect(await says('a')).toBe('new')
})

test('the console lists the functions of now', async () => {
  write('a', 'old')
  await start()
  write('b', 'new')
  cloud!.reload()
  const { functions } = await cloud!.get('/console/api/overview')
  expect(functions.map(({ name }: { name: string }) => name)).toEqual(['a', 'b'])
})
