/**
 * `npm run simulate`: the mini-program as it ships, in a phone frame for a person to play with, over a
 * local cloud with the demo community. `-- --fresh` begins the demo again; `PORT=` chooses the port.
 */
import { rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import open from 'open'
import { runBuilds } from './builds.mts'
import { startLinliCloud } from './local-cloud.mts'
import { inRepo } from './paths.mts'
import { giveUp, onEnd, sentenceOf, wholeNumber } from './say.mts'
import { checkPort, someoneIsThere } from './start-page.mts'

/** Apart from `npm start`, whose cloud may run at the same time. */
const DATA = inRepo('.data-simulate')

function readOptions() {
  try {
    const options = { fresh: { type: 'boolean', default: false } } as const
    return parseArgs({ options }).values
  } catch (error) {
    return giveUp(
      `${sentenceOf(error)}\nUsage: npm run simulate [-- --fresh]   (PORT= chooses the port)`,
    )
  }
}

const { fresh } = readOptions()
const port = wholeNumber(process.env.PORT ?? '8090', 'PORT', 0, 65_535)
await checkPort(port, 'npm run simulate')
// A build for WeChat DevTools would ask the address it was built with, not the cloud of the frame.
delete process.env.TARO_APP_CLOUD
try {
  await runBuilds(['local cloud', 'cloud functions', 'mini-program', 'mini-program in a browser'])
  if (fresh) rmSync(DATA, { recursive: true, force: true })
  const cloud = await startLinliCloud({
    port,
    data: DATA,
    seed: 'demo',
    residents: 0,
    latencyMs: 0,
    staticDir: inRepo('dist/runner'),
  })
  onEnd(() => cloud.close())
  const page = `${cloud.url}/simulate.html`
  console.log(
    `\nready ${page}\n\nCtrl-C ends everything. npm run simulate -- --fresh begins again.`,
  )
  if (someoneIsThere()) await open(page)
} catch (error) {
  giveUp(sentenceOf(error))
}
