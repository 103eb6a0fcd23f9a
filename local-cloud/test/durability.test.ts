import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import { killRounds } from '../torture/kill-rounds'
import { FUNCTIONS, startTestCloud } from './cloud'

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
const running = new Set<ChildProcess>()
afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
})

const folder = () => mkdtempSync(join(tmpdir(), 'cloud-'))

function run(args: string[]) {
  const child = spawn(process.execPath, [
    CLI,
    '--functions',
    FUNCTIONS,
    '--timers',
    'manual',
    ...args,
  ])
  running.add(child)
  let stdout = ''
  let stderr = ''
  child.stderr.on('data', (text: Buffer) => (stderr += text.toString()))
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => {
      stdout += text.toString()
      const found = /^ready (\S+)\n/.exec(stdout)
      if (found) resolve(found[1]!)
    })
    child.on('exit', () => reject(new Error(stderr)))
  })
  ready.catch(() => undefined)
  const exit = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)))
  return { child, ready, exit, stderr: () => stderr }
}

// The long version, 100 kills, is `npm run torture`.
test('what was acknowledged survives kill -9 under load, 20 times', async () => {
  const figures = await killRounds({ cli: CLI, data: folder(), rounds: 20, seed: 20_261_122 })
  expect(figures.broken).toEqual([])
  expect(figures.kills).toBe(24)
  expect(figures.killsAtStart).toBe(4)
  // A round that wrote nothing would prove nothing; and the kills did strike while writes were under way.
  expect(figures.acknowledged).toBeGreaterThan(40)
  expect(figures.unknown).toBeGreaterThan(20)
  expect(figures.sent).toBeGreaterThan(5)
}, 120_000)

test('a second process is told that the data is in use', async () => {
  const data = folder()
  const first = await startTestCloud({ data })
  const second = run(['--data', data])
  expect(await second.exit).toBe(1)
  expect(second.stderr()).toBe(`The data in ${data} is in use by another process.\n`)
  await first.close()
  const third = run(['--data', data])
  await third.ready
  third.child.kill('SIGTERM')
  expect(await third.exit).toBe(0)
})

test('a taken port and a missing folder are one sentence each', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const taken = run(['--port', String(port)])
  expect(await taken.exit).toBe(1)
  expect(taken.stderr()).toBe(`Port ${port} is in use by another process.\n`)
  server.close()
  const missing = run(['--functions', '/nowhere/at/all'])
  expect(await missing.exit).toBe(1)
  expect(missing.stderr()).toBe('The functions directory /nowhere/at/all does not exist.\n')
})

test('data, indexes and the seed are kept across a restart; the seed runs once', async () => {
  const data = folder()
  let seeded = 0
  const options = {
    data,
    collections: { todos: { indexes: [{ name: 'owner', keys: [['owner', 1]] as [string, 1][] }] } },
    seed: (db: { insertMany(name: string, docs: readonly object[]): void }) => {
      seeded++
      db.insertMany('todos', [
        { _id: 'x', owner: 'alice', at: new Date(5) },
        { _id: 'y', owner: 'bob' },
      ])
    },
  }
  await (await startTestCloud(options)).close()
  const cloud = await startTestCloud(options)
  expect(seeded).toBe(1)
  const { result } = await cloud.as('alice', 'todo', { op: 'list' })
  expect(result).toEqual([{ _id: 'x', owner: 'alice', at: '1970-01-01T00:00:00.005Z' }])
  expect((await cloud.get('/stats')).operations[0].documentsExamined).toBe(1)
  await cloud.close()
})
