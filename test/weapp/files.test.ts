import { posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { allPages, appJson, builtFiles, readBuilt } from './built-weapp.ts'

describe('the files of the mini-program', () => {
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
