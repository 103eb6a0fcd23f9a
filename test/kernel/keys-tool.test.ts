import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { claimCodes } from '../../cloudfunctions/account/claim-code'
import { parseRing } from '../../cloudfunctions/shared/key-ring.rules'
import { ringOf } from '../../cloudfunctions/shared/seal'
import { DEMO_KEYS, keysOfFile } from '../../config/linli-keys.mts'
import { inRepo } from '../../config/paths.mts'
import { codeLetters } from '../../types/contract/people'
import { isToken } from '../../types/contract/printed-code'

/** What `npm run keys` says; without `keys`, in an environment that names none. */
function tool(action: string, keys = ' ') {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [inRepo('config/run.cjs'), 'keys', action],
    { encoding: 'utf8', env: { ...process.env, LINLI_KEYS: keys } },
  )
  return { status, said: (stdout + stderr).trim() }
}

test('a new key is one that functions take, and never the same', () => {
  const first = tool('new').said
  const parsed = parseRing(first, { here: false })
  expect(parsed).toMatchObject({ keys: [{ id: expect.stringMatching(/^k\d{8}/) as string }] })
  const second = tool('new', first).said
  expect(parseRing(`${second},${first}`, { here: false })).toHaveProperty('keys.length', 2)
})

test('a ring is checked without telling its keys', () => {
  const key = tool('new').said
  const secret = key.split(':')[1] ?? ''
  const good = tool('check', key)
  expect(good).toMatchObject({ status: 0, said: expect.stringMatching(/well formed/) as string })
  expect(tool('check', key)).toEqual(good)
  const bad = tool('check', `${key},k1:${secret.slice(1)}`)
  expect(bad).toMatchObject({
    status: 1,
    said: expect.stringMatching(/entry 2 is not 32/) as string,
  })
  expect(good.said + bad.said).not.toContain(secret.slice(1, 12))
  expect(tool('check', DEMO_KEYS)).toMatchObject({ status: 1 })
  expect(tool('else').said).toMatch(/Usage/)
})

test.each([
  ['LINLI_KEYS=k1:abc=', 'k1:abc='],
  ['A=1\n  export LINLI_KEYS = "k2:a,k1:b"  \nB=2', 'k2:a,k1:b'],
  ["LINLI_KEYS='k1:a'\r\nX=1", 'k1:a'],
  ['LINLI_KEYS=\nX=1', undefined],
  ['#LINLI_KEYS=k1:a\nNOT_LINLI_KEYS=k1:a', undefined],
])('in a file, %j is %s', (content, keys) => {
  const folder = mkdtempSync(join(tmpdir(), 'linli-keys-'))
  try {
    expect(keysOfFile(join(folder, '.env'))).toBeUndefined()
    writeFileSync(join(folder, '.env'), content)
    expect(keysOfFile(join(folder, '.env'))).toBe(keys)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('the claim code follows from the keys, and is what the functions take', () => {
  const print = (keys: string) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [inRepo('config/run.cjs'), 'claim-code'],
      { encoding: 'utf8', env: { ...process.env, LINLI_KEYS: keys } },
    )
    return { status, said: (stdout + stderr).trim() }
  }
  const first = print(DEMO_KEYS)
  expect(first).toEqual(print(DEMO_KEYS))
  expect(first.status).toBe(0)
  const typed = v.parse(codeLetters, first.said.split('\n')[0])
  expect(isToken(typed)).toBe(true)
  const ring = parseRing(DEMO_KEYS, { here: true })
  if ('problem' in ring) throw new Error(ring.problem)
  expect(claimCodes(ringOf(ring.keys))).toEqual([typed])
  expect(print('k1:short')).toMatchObject({
    status: 1,
    said: expect.stringMatching(/malformed/) as string,
  })
  expect(first.said).not.toContain(DEMO_KEYS.slice(5, 20))
})
