import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { inRepo } from '../../config/paths.mts'

/** The mini-program as it would be uploaded. */
export const weappRoot = inRepo('dist/weapp')

if (!existsSync(inRepo('dist/weapp/app.json'))) {
  throw new Error('dist/weapp is missing: run `npm run build:weapp` first.')
}

/** Paths of the build's files with an ending, relative to it. */
export const builtFiles = (ending = ''): string[] =>
  readdirSync(weappRoot, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(weappRoot.length + 1))
    .sort()

export const readBuilt = (path: string): string => readFileSync(`${weappRoot}/${path}`, 'utf8')

export interface AppJson {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
  themeLocation?: string
  sitemapLocation?: string
}

export const appJson = JSON.parse(readBuilt('app.json')) as AppJson

/** Every page of every package. */
export const allPages = (): string[] => [
  ...appJson.pages,
  ...(appJson.subPackages ?? []).flatMap(({ root, pages }) =>
    pages.map((page) => `${root}/${page}`),
  ),
]
