import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
let dir: string

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'cli-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

function run(...args: string[]) {
  const child = spawn(process.execPath, [CLI, '--functions', join(dir, 'functions'), ...args])
  const output = { out: '', err: '' }
  child.stdout.on('data', (text) => (output.out += text))
  child.stderr.on('data', (text) => (output.err += text))
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  return { child, output, ended }
}

function write(says: string) {
  mkdirSync(join(dir, 'functions/say'), { recursive: true })
  writeFileSync(join(dir, 'functions/say/index.js'), `exports.main = async () => '${says}'`)
}

test('wrong settings are one sentence and exit code 1', async () => {
  write('hello')
  const said = async (...args: string[]) => {
    const { output, ended } = run(...args)
    expect(await ended).toBe(1)
    return output.err
  }
  const settings = join(dir, 'settings.json')
  writeFileSync(settings, '{ "storageRules": {} }')
  expect(await said('--profile', 'huge')).toContain('--profile must be wechat-basic, not "huge".')
  expect(await said('--conflicts', 'never')).toContain(
    '--conflicts must be write or commit, not "never".',
  )
  expect(await said('--settings', settings)).toContain('unknown setting "storageRules"')
  expect(await said('--settings', join(dir, 'none.json'))).toContain("can't be read")
})

test('--watch takes a rebuild up; --settings and --push-function reach the cloud', async () => {
  write('old')
  const settings = join(dir, 'settings.json')
  writeFileSync(settings, '{ "storageRule": { "read": true, "write": false } }')
  const { child, output, ended } = run('--watch', '--settings', settings, '--push-function', 'say')
  await expect.poll(() => output.out, { timeout: 10_000 }).toContain('ready ')
  const url = output.out.trim().split(' ')[1]!
  const post = async (path: string, body: object = {}) =>
    (
      await fetch(`${url}${path}`, {
        method: 'POST',
        headers: { 'x-openid': 'alice' },
        body: JSON.stringify(body),
      })
    ).json() as Promise<any>
  expect((await post('/call/say')).result).toBe('old')
  expect((await post('/storage/upload-url', { cloudPath: 'a.png' })).errCode).toBe(-503002)
  await post('/subscriptions', { openid: 'alice', templateId: 't', accept: true })
  const { calls } = (await (await fetch(`${url}/stats/calls`)).json()) as any
  expect(calls.map((call: any) => call.function)).toContain('say')
  write('new')
  await expect.poll(() => output.err, { timeout: 10_000 }).toContain('the functions were reloaded')
  expect((await post('/call/say')).result).toBe('new')
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
})
