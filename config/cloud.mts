/**
 * `npm run cloud -- --port P --data DIR|:memory: --seed demo|none --residents N --latency MS`:
 * the local cloud alone, over the built functions (built first when their source has changed).
 */
import { parseArgs } from 'node:util'
import { BUILDS } from './builds.mts'
import { startLinliCloud } from './local-cloud.mts'
import { giveUp, onEnd, sentenceOf, wholeNumber } from './say.mts'

const USAGE =
  'npm run cloud -- [--port P] [--data DIR|:memory:] [--seed demo|none] [--residents N] [--latency MS] [--timers auto|manual] [--now ISO]'

function readOptions() {
  try {
    return parseArgs({
      options: {
        port: { type: 'string', default: '8081' },
        data: { type: 'string', default: ':memory:' },
        seed: { type: 'string', default: 'demo' },
        residents: { type: 'string', default: '0' },
        latency: { type: 'string', default: '0' },
        timers: { type: 'string', default: 'auto' },
        now: { type: 'string' },
      },
    }).values
  } catch (error) {
    return giveUp(`${sentenceOf(error)}\nUsage: ${USAGE}`)
  }
}

const given = readOptions()
const { seed, timers } = given
if (seed !== 'demo' && seed !== 'none') giveUp(`--seed must be demo or none, not "${seed}".`)
if (timers !== 'auto' && timers !== 'manual') {
  giveUp(`--timers must be auto or manual, not "${timers}".`)
}
const now = given.now === undefined ? undefined : Date.parse(given.now)
if (Number.isNaN(now)) giveUp(`--now must be a time such as 2026-11-22T09:00:00+08:00.`)

try {
  await BUILDS['local cloud']()
  await BUILDS['cloud functions']()
  const cloud = await startLinliCloud({
    port: wholeNumber(given.port, '--port', 0, 65_535),
    data: given.data,
    seed,
    residents: wholeNumber(given.residents, '--residents', 0, 100_000),
    latencyMs: wholeNumber(given.latency, '--latency', 0, 60_000),
    timers,
    ...(now === undefined ? {} : { now }),
    log: (line) => console.error(line),
  })
  onEnd(() => cloud.close())
  console.log(`ready ${cloud.url}`)
} catch (error) {
  giveUp(sentenceOf(error))
}
