import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startCloudProcess, type CloudProcess } from '../torture/cloud-process'

/** npm and the packages' folder, found from here: the tests may run in any layout. */
const PACKAGE = fileURLToPath(new URL('..', import.meta.url))
const MODULES = dirname(
  dirname(createRequire(import.meta.url).resolve('wx-server-sdk/package.json')),
)

const npm = (...args: string[]): string =>
  execFileSync('npm', [...args, '--ignore-scripts', '--loglevel', 'error'], {
    cwd: PACKAGE,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  })

let project: string
let cloud: CloudProcess
let url: string

// A project elsewhere, with what `npm pack` makes installed into it.
beforeAll(async () => {
  project = mkdtempSync(join(tmpdir(), 'tutorial-'))
  cpSync(fileURLToPath(new URL('./fixtures/tutorial-project', import.meta.url)), project, {
    recursive: true,
  })
  const [{ filename }] = JSON.parse(npm('pack', '--json', '--pack-destination', project))
  execFileSync('tar', ['-xzf', filename], { cwd: project })
  symlinkSync(MODULES, join(project, 'node_modules'), 'junction')
  mkdirSync(join(project, 'data'))
  const cli = join(project, 'package/bin/wx-local-cloud.mjs')
  cloud = startCloudProcess(cli, [
    ...['--functions', join(project, 'cloudfunctions')],
    ...['--data', join(project, 'data'), '--now', '2026-11-22T00:00:00Z'],
  ])
  url = await cloud.ready
}, 60_000)
afterAll(async () => {
  cloud?.kill()
  await cloud?.exit
  rmSync(project, { recursive: true, force: true })
})

async function post(path: string, body: object, headers: Record<string, string> = {}) {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  })
  return (await response.json()) as any
}

const as = async (openid: string, name: string, data: object) => {
  const reply = await post(`/call/${name}`, data, { 'x-openid': openid })
  expect(reply).toHaveProperty('result')
  return reply.result
}

test('the package holds what runs, its sources and its page, and nothing else', () => {
  const [{ files }] = JSON.parse(npm('pack', '--dry-run', '--json'))
  const paths: string[] = files.map(({ path }: { path: string }) => path)
  const folders = new Set(paths.map((path) => path.split('/')[0]))
  expect([...folders].sort()).toEqual([
    'README.md',
    'bin',
    'console',
    'dist',
    'package.json',
    'src',
  ])
  expect(paths.filter((path) => path.startsWith('dist/')).sort()).toEqual(
    ['cli.js', 'cli.js.map', 'index.js', 'index.js.map', 'worker.cjs', 'worker.cjs.map'].map(
      (name) => `dist/${name}`,
    ),
  )
  // dist is not committed: packing makes it.
  const { scripts, bin } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8'))
  expect(scripts.prepack).toBe(scripts.build)
  expect(bin['wx-local-cloud']).toBe('./bin/wx-local-cloud.mjs')
})

test('login answers who is there, as the template of the developer tools does', async () => {
  expect(await as('alice', 'login', { a: 1 })).toMatchObject({
    openid: 'alice',
    appid: expect.stringMatching(/^wx/),
    event: { a: 1, userInfo: { openId: 'alice' } },
  })
})

test('todos are made, read, changed, searched, ranked and removed', async () => {
  await as('alice', 'todo', { action: 'init' })
  const ids: string[] = []
  for (const [openid, description, due] of [
    ['alice', 'learn cloud database', '2026-12-01'],
    ['alice', 'learn Cloud functions', '2026-11-30'],
    ['bob', 'buy rice', '2026-11-29'],
  ] as const)
    ids.push((await as(openid, 'todo', { action: 'add', description, due }))._id)
  const { data } = await as('alice', 'todo', { action: 'list' })
  expect(data.map(({ description }: { description: string }) => description)).toEqual([
    'learn Cloud functions',
    'learn cloud database',
  ])
  expect(data[0]).not.toHaveProperty('tags')
  for (const id of ids.slice(0, 2)) await as('alice', 'todo', { action: 'progress', id })
  const one = (await as('alice', 'todo', { action: 'get', id: ids[0] })).data
  expect(one).toMatchObject({
    progress: 10,
    style: { color: 'blue' },
    tags: ['cloud', 'database', 'mini-program'],
    location: { type: 'Point', coordinates: [113, 23] },
    createTime: expect.stringMatching(/^2026-11-22T00:/),
  })
  expect((await as('bob', 'todo', { action: 'search', text: 'CLOUD' })).data).toHaveLength(2)
  expect((await as('alice', 'todo', { action: 'finish', least: 10 })).stats.updated).toBe(2)
  expect((await as('bob', 'todo', { action: 'finish', least: 0 })).stats.updated).toBe(1)
  expect((await as('bob', 'ranking', {})).list).toEqual([
    { _id: 'alice', finished: 2, averageProgress: 10 },
    { _id: 'bob', finished: 1, averageProgress: 0 },
  ])
  expect((await as('bob', 'todo', { action: 'remove', id: ids[2] })).stats.removed).toBe(1)
  expect((await as('bob', 'todo', { action: 'count' })).total).toBe(0)
})

test('the timer of config.json runs at two in the morning in China', async () => {
  expect((await as('alice', 'todo', { action: 'count' })).total).toBe(2)
  const { fired } = await post('/clock', { now: '2026-11-22T18:00:01Z' })
  expect(fired).toEqual([
    { function: 'daily', trigger: 'myTrigger', at: expect.anything(), ok: true },
  ])
  expect(new Date(fired[0].at).toISOString()).toBe('2026-11-22T18:00:00.000Z')
  expect((await as('alice', 'todo', { action: 'count' })).total).toBe(0)
})

test('a transaction moves money, or rolls back with the reason', async () => {
  await as('alice', 'counter', { init: true })
  expect(await as('alice', 'counter', { amount: 20 })).toEqual({ success: true, aaaAccount: 30 })
  expect(await as('alice', 'counter', { amount: 31 })).toMatchObject({
    success: false,
    error: -100,
  })
  const text = await (await fetch(`${url}/export?collection=account`)).text()
  expect(text).toBe('{"_id":"aaa","amount":30}\n{"_id":"bbb","amount":30}\n')
})

test('the console comes with the package', async () => {
  const page = await fetch(url)
  expect(await page.text()).toContain('<title>wx-local-cloud</title>')
})
