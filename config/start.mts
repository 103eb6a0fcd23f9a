/**
 * `npm start`: builds what changed, starts the local cloud with the demo community and the H5 pages on
 * one port, and opens them. `-- --fresh` begins the demo again; `PORT=` chooses the port.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import open from 'open'
import { runBuilds } from './builds.mts'
import { DEMO_TEMPLATES } from './demo-templates.mts'
import { startLinliCloud } from './local-cloud.mts'
import { inRepo } from './paths.mts'
import { checkPort, sayWhoYouCanBe, someoneIsThere } from './start-page.mts'
import { giveUp, onEnd, sentenceOf, wholeNumber } from './say.mts'

const DATA = inRepo('.data')

function readOptions() {
  try {
    const options = { fresh: { type: 'boolean', default: false } } as const
    return parseArgs({ options }).values
  } catch (error) {
    return giveUp(`${sentenceOf(error)}\nUsage: npm start [-- --fresh]   (PORT= chooses the port)`)
  }
}

/** For how many days the demo has slots enough. */
const DEMO_DAYS = 20

/** How old the demo's data is, in days; the first start notes the day in a file. */
function daysOld(file: string): number {
  if (!existsSync(file)) writeFileSync(file, new Date().toISOString())
  return Math.floor((Date.now() - Date.parse(readFileSync(file, 'utf8'))) / 86_400_000)
}

const { fresh } = readOptions()
const port = wholeNumber(process.env.PORT ?? '8080', 'PORT', 0, 65_535)
await checkPort(port)
try {
  await runBuilds(['local cloud', 'cloud functions', 'H5 pages'])
  if (fresh) rmSync(DATA, { recursive: true, force: true })
  const cloud = await startLinliCloud({
    port,
    data: DATA,
    seed: 'demo',
    residents: 0,
    latencyMs: 0,
    templates: DEMO_TEMPLATES,
    // The local cloud's phones send WeChat's events.
    env: { LINLI_WECHAT_EVENTS: '1' },
    staticDir: inRepo('dist/h5'),
  })
  onEnd(() => cloud.close())
  sayWhoYouCanBe(cloud.url)
  const days = daysOld(resolve(DATA, 'begun-at'))
  if (days > DEMO_DAYS) {
    console.log(
      `The demo began ${days} days ago and runs out of slots. Begin again: npm start -- --fresh`,
    )
  }
  if (someoneIsThere()) await open(cloud.url)
} catch (error) {
  giveUp(sentenceOf(error))
}
