import { statSync } from 'node:fs'
import { describe, test } from 'vitest'
import { appJson, builtFiles, weappRoot } from '../weapp/built-weapp.ts'
import { KB, keep } from './figures.ts'

const roots = (appJson.subPackages ?? []).map(({ root }) => `${root.replace(/\/$/, '')}/`)
const kilobytes = (files: readonly string[]) =>
  Math.ceil(files.reduce((sum, file) => sum + statSync(`${weappRoot}/${file}`).size, 0) / KB)

/** Sizes as WeChat counts them: of the files, not compressed. */
describe('the packages of the mini-program', () => {
  test('the main one, which the first screen waits for', () => {
    const main = builtFiles().filter((file) => !roots.some((root) => file.startsWith(root)))
    keep({ name: 'main package', value: kilobytes(main), budget: 700, unit: 'KB' })
  })

  test('each other one', () => {
    for (const root of roots) {
      const files = builtFiles().filter((file) => file.startsWith(root))
      keep({ name: `package ${root}`, value: kilobytes(files), budget: 400, unit: 'KB' })
    }
  })

  test('all together', () => {
    keep({ name: 'all packages', value: kilobytes(builtFiles()), budget: 2_560, unit: 'KB' })
  })
})
