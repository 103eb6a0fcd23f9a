import { statSync } from 'node:fs'
import { posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { allPages, appJson, builtFiles, readBuilt, weappRoot } from './built-weapp.ts'

const KB = 1024
/** WeChat refuses a package over 2 MB. */
const PACKAGE_LIMIT = 2048 * KB
/** Ours: the first screen waits for the main package. */
const MAIN_BUDGET = 700 * KB

const subRoots = (appJson.subPackages ?? []).map(({ root }) => root)
const bytesOf = (files: readonly string[]) =>
  files.reduce((sum, file) => sum + statSync(`${weappRoot}/${file}`).size, 0)
const filesUnder = (root: string) => builtFiles().filter((file) => file.startsWith(`${root}/`))

describe('the packages of the mini-program', () => {
  test('the main package is at most 700 KB', () => {
    const main = builtFiles().filter(
      (file) => !subRoots.some((root) => file.startsWith(`${root}/`)),
    )
    console.log(`main package: ${Math.round(bytesOf(main) / KB)} KB`)
    expect(bytesOf(main)).toBeLessThanOrEqual(MAIN_BUDGET)
  })

  test('no other package is over 2 MB', () => {
    for (const root of subRoots) {
      expect(bytesOf(filesUnder(root)), root).toBeLessThanOrEqual(PACKAGE_LIMIT)
    }
  })

  test('every page of app.json has its script, its settings and its template', () => {
    const files = new Set(builtFiles())
    const wanted = allPages().flatMap((page) => ['js', 'json', 'wxml'].map((e) => `${page}.${e}`))
    expect(wanted.filter((file) => !files.has(file))).toEqual([])
  })

  test('app.json, wxml and wxss name only files that are there', () => {
    const files = new Set(builtFiles())
    const named = [
      ...[appJson.themeLocation, appJson.sitemapLocation].filter((file) => file !== undefined),
      ...builtFiles('.wxml').flatMap((file) =>
        namedIn(file, /<(?:import|include|wxs)[^>]*\bsrc="([^"]+)"/g),
      ),
      ...builtFiles('.wxss').flatMap((file) => namedIn(file, /@import\s+["']([^"']+)["']/g)),
    ]
    expect(named.filter((file) => !files.has(file))).toEqual([])
  })

  test('dark mode: theme.json has a value for each name that app.json uses', () => {
    const theme = JSON.parse(readBuilt('theme.json')) as Record<'light' | 'dark', object>
    const names = [...readBuilt('app.json').matchAll(/"@(\w+)"/g)].map(([, name]) => name)
    for (const mode of ['light', 'dark'] as const) {
      expect(Object.keys(theme[mode])).toEqual(expect.arrayContaining(names))
    }
  })
})

/** The files that one file names, as paths from the root of the build. */
const namedIn = (file: string, pattern: RegExp): string[] =>
  [...readBuilt(file).matchAll(pattern)].map(([, path = '']) =>
    path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(file), path),
  )
