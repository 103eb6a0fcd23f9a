import { parse } from 'acorn'
import { posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { builtFiles, readBuilt } from './built-weapp.ts'

describe('the scripts of the mini-program', () => {
  test.each(builtFiles('.js'))('%s parses as ES2017, which the oldest phones read', (file) => {
    expect(() => parse(readBuilt(file), { ecmaVersion: 2017, sourceType: 'script' })).not.toThrow()
  })

  test('require only files that are there', () => {
    const files = new Set(builtFiles())
    const missing = builtFiles('.js').flatMap((file) =>
      [...readBuilt(file).matchAll(/\brequire\("(\.[^"]+)"\)/g)]
        .map(([, path]) => posix.join(posix.dirname(file), path ?? ''))
        .filter((path) => !files.has(path) && !files.has(`${path}.js`))
        .map((path) => `${file} requires ${path}`),
    )
    expect(missing).toEqual([])
  })
})
