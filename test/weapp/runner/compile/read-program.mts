import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Program } from '../phone/program.ts'
import { compileWxss } from './wxss.mts'

/** Paths of all files of a build, relative to it. */
export const filesOf = (root: string): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort()

/** What a phone has to know of a build to run it: its settings, scripts and styles, by path. */
export function readProgram(root: string, files: readonly string[]): Program {
  const text = (file: string) => readFileSync(join(root, file), 'utf8')
  const json = (file: string) => JSON.parse(text(file)) as unknown
  const byPath = <T,>(ending: string, read: (file: string) => T): Record<string, T> =>
    Object.fromEntries(
      files
        .filter((file) => file.endsWith(ending))
        .map((file) => [file.slice(0, -ending.length), read(file)]),
    )
  const app = json('app.json') as Program['app']
  return {
    app,
    theme: (app.themeLocation ? json(app.themeLocation) : {}) as Program['theme'],
    settings: byPath('.json', json) as Program['settings'],
    scripts: byPath('.js', text),
    styles: byPath('.wxss', (file) => compileWxss(root, file)),
  }
}
