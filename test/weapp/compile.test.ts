import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { builtFiles, weappRoot } from './built-weapp.ts'

/** WeChat's own compilers, as its developer tools run them. */
const { wxmlToJs, wxssToJs } = createRequire(import.meta.url)('miniprogram-compiler') as {
  wxmlToJs: (root: string, options: object) => string
  wxssToJs: (root: string, options: object) => string
}
const options = { maxBuffer: 1 << 26 }

describe('the official compilers take every file of the mini-program', () => {
  test('wxml', () => {
    const code = wxmlToJs(weappRoot, options)
    for (const file of builtFiles('.wxml')) expect(code).toContain(file)
  })

  test('wxss', () => {
    const code = wxssToJs(weappRoot, options)
    for (const file of builtFiles('.wxss')) expect(code).toContain(file)
  })
})
