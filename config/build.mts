/** `npm run build:cloud`, `build:h5`, `build:weapp`, `build:runner`: one build, from the beginning. */
import { rmSync } from 'node:fs'
import { runBuilds } from './builds.mts'
import { inRepo } from './paths.mts'
import { giveUp, sentenceOf } from './say.mts'

const NAMES = {
  cloud: 'cloud functions',
  h5: 'H5 pages',
  weapp: 'mini-program',
  runner: 'mini-program in a browser',
} as const

const asked = process.argv[2] ?? ''
if (!(asked in NAMES)) giveUp(`Say what to build: ${Object.keys(NAMES).join(', ')}.`)
const target = asked as keyof typeof NAMES
try {
  rmSync(inRepo('dist', target), { recursive: true, force: true })
  // The runner is made from the mini-program.
  await runBuilds(target === 'runner' ? [NAMES.weapp, NAMES.runner] : [NAMES[target]])
} catch (error) {
  giveUp(sentenceOf(error))
}
