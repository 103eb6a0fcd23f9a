/**
 * `npm run torture -- [--kills N] [--seed S]`: the long version of what the tests do briefly. Kills
 * a loaded local cloud at random moments and compares it with what it had acknowledged; then fails every
 * database action of every command in every way (test/faults), and walks at random over booking (test/models). Ends with 1 when a promise was broken.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { killRounds } from '../local-cloud/torture/kill-rounds.ts'
import { BUILDS } from './builds.mts'
import { inRepo } from './paths.mts'
import { giveUp, sentenceOf, wholeNumber } from './say.mts'

const USAGE = 'npm run torture -- [--kills N] [--seed S]'

function readOptions() {
  try {
    return parseArgs({
      options: { kills: { type: 'string', default: '100' }, seed: { type: 'string' } },
    }).values
  } catch (error) {
    return giveUp(`${sentenceOf(error)}\nUsage: ${USAGE}`)
  }
}

const given = readOptions()
const rounds = wholeNumber(given.kills, '--kills', 1, 100_000)
const seed = wholeNumber(given.seed ?? String(Date.now() % 1e9), '--seed', 0, 2 ** 31)
const data = mkdtempSync(join(tmpdir(), 'linli-torture-'))
try {
  await BUILDS['local cloud']()
  const began = Date.now()
  const figures = await killRounds({
    cli: inRepo('local-cloud/dist/cli.js'),
    data,
    rounds,
    seed,
    onRound: (round, { acknowledged, unknown, broken }) => {
      if (round % 10 === 0 || round === rounds)
        console.log(
          `${round} of ${rounds}: ${acknowledged} acknowledged, ${unknown} in flight at a kill, ${broken.length} broken`,
        )
    },
  })
  const seconds = Math.round((Date.now() - began) / 1_000)
  console.log(
    `\nseed ${seed}: ${figures.kills} kills (${figures.killsAtStart} while starting) in ${seconds} s; ` +
      `${figures.acknowledged} writes acknowledged, ${figures.unknown} in flight, ${figures.broken.length} promises broken`,
  )
  for (const sentence of figures.broken) console.log(`  ${sentence}`)
  // What is broken is kept, to be looked at.
  if (figures.broken.length > 0) giveUp(`The data is in ${data}.`)
  rmSync(data, { recursive: true })
} catch (error) {
  giveUp(`${sentenceOf(error)}\nThe data is in ${data}.`)
}

await BUILDS['cloud functions']()
const { status } = spawnSync(
  inRepo('node_modules/.bin/vitest'),
  ['run', '--project', 'cloud', 'test/faults', 'test/models', 'test/races/thousand'],
  { stdio: 'inherit', env: { ...process.env, LINLI_LONG: '1' } },
)
if (status !== 0) process.exitCode = 1
