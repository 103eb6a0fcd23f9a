import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { buildCloud } from './build-cloud.mts'
import { inRepo } from './paths.mts'
import { buildIfChanged } from './up-to-date.mts'

const PHONE_SETTINGS = ['config/index.ts', 'config/build-phone.mjs', 'babel.config.js']

/** A program of one page with one line, for what Taro itself costs. */
const EMPTY_PAGE = { LINLI_SOURCE: 'test/budgets/empty-page', LINLI_OUTPUT: 'dist/empty-page' }

const PHONE_SOURCES = [
  'src',
  'types',
  ...PHONE_SETTINGS,
  // Taro reads it by itself.
  ...(existsSync(inRepo('.env')) ? ['.env'] : []),
]

/** What config/index.ts builds in. */
const PHONE_VARIABLES = [
  'TARO_APP_CLOUD',
  'TARO_APP_CLOUD_ENV',
  'TARO_APP_CLOUD_URL',
  'TARO_APP_OPENID',
]

function buildPhone(platform: 'h5' | 'weapp', variables: Record<string, string> = {}): void {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [inRepo('config/build-phone.mjs'), platform],
    { cwd: inRepo(), encoding: 'utf8', env: { ...process.env, ...variables } },
  )
  if (status !== 0) throw new Error(`The ${platform} build failed.\n${stdout}${stderr}`)
}

function buildLocalCloud(): void {
  const { status, stderr } = spawnSync(process.execPath, [inRepo('local-cloud/build.mjs')], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`The local cloud did not build.\n${stderr}`)
}

function buildRunner(): void {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', inRepo('test/weapp/runner/build.mts')],
    { cwd: inRepo(), encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`The mini-program's runner did not build.\n${stderr}`)
}

/** Every build of the project, by the name shown while it runs. Each does nothing when nothing changed. */
export const BUILDS = {
  'local cloud': () =>
    buildIfChanged(
      'local-cloud',
      {
        sources: ['local-cloud/src', 'local-cloud/build.mjs'],
        output: 'local-cloud/dist/index.js',
      },
      buildLocalCloud,
    ),
  'cloud functions': () =>
    buildIfChanged(
      'cloud',
      { sources: ['cloudfunctions', 'types', 'config/build-cloud.mts'], output: 'dist/cloud' },
      buildCloud,
    ),
  'H5 pages': () =>
    buildIfChanged(
      'h5',
      { sources: PHONE_SOURCES, variables: PHONE_VARIABLES, output: 'dist/h5/index.html' },
      () => buildPhone('h5'),
    ),
  'mini-program': () =>
    buildIfChanged(
      'weapp',
      { sources: PHONE_SOURCES, variables: PHONE_VARIABLES, output: 'dist/weapp/app.json' },
      () => buildPhone('weapp'),
    ),
  /** The mini-program as built, with what runs it in a browser (docs/decisions/runner.md). */
  'mini-program in a browser': () =>
    buildIfChanged(
      'runner',
      { sources: ['test/weapp/runner', 'dist/weapp'], output: 'dist/runner/phone.html' },
      buildRunner,
    ),
  'empty page': () =>
    buildIfChanged(
      'empty-page',
      {
        sources: [EMPTY_PAGE.LINLI_SOURCE, ...PHONE_SETTINGS],
        output: `${EMPTY_PAGE.LINLI_OUTPUT}/index.html`,
      },
      () => buildPhone('h5', EMPTY_PAGE),
    ),
}

/** Runs builds, one after another, each with a line of progress. */
export async function runBuilds(names: readonly (keyof typeof BUILDS)[]): Promise<void> {
  for (const name of names) {
    process.stdout.write(`${name} ... `)
    const began = Date.now()
    const outcome = await BUILDS[name]()
    const seconds = ((Date.now() - began) / 1_000).toFixed(1)
    process.stdout.write(outcome === 'built' ? `built in ${seconds} s\n` : 'unchanged\n')
  }
}
