/**
 * `npm start`: builds what changed, starts the local cloud with the demo community and the H5 pages on
 * one port, and opens them. `-- --fresh` begins the demo again; `PORT=` chooses the port.
 */
import { rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { parseArgs } from 'node:util'
import open from 'open'
import { runBuilds } from './builds.mts'
import { demoPeople } from './demo.mts'
import { startLinliCloud } from './local-cloud.mts'
import { inRepo } from './paths.mts'
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

/** Fails before any building when the port is taken. */
async function checkPort(port: number): Promise<void> {
  await new Promise<void>((resolve) => {
    const probe = createServer()
    probe.once('error', () =>
      giveUp(`Port ${port} is taken. Choose another one: PORT=${port + 1} npm start`),
    )
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()))
  })
}

/** A browser is opened for a person at a screen, not for a script. */
const someoneIsThere = (): boolean =>
  process.stdout.isTTY && !process.env.CI && (process.platform !== 'linux' || !!process.env.DISPLAY)

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
    staticDir: inRepo('dist/h5'),
  })
  onEnd(() => cloud.close())
  console.log(`\nready ${cloud.url}\n\nYou can be (switch in the bar on the page):`)
  for (const { openid, name, about } of demoPeople) {
    console.log(`  ${openid.padEnd(15)} ${name}，${about}`)
  }
  console.log('\nData stays in .data/; npm start -- --fresh begins again. Ctrl-C ends everything.')
  if (someoneIsThere()) await open(cloud.url)
} catch (error) {
  giveUp(sentenceOf(error))
}
