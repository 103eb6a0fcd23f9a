/**
 * `npm run dev`: the product as `npm start` shows it, rebuilt and reloaded while the source changes.
 * Taro's development server stands on the port and passes calls on to the local cloud.
 */
import { spawn } from 'node:child_process'
import { watch } from 'chokidar'
import { buildCloud } from './build-cloud.mts'
import { runBuilds } from './builds.mts'
import { startLinliCloud } from './local-cloud.mts'
import { inRepo } from './paths.mts'
import { checkPort, sayWhoYouCanBe } from './start-page.mts'
import { giveUp, onEnd, sentenceOf, wholeNumber } from './say.mts'

const port = wholeNumber(process.env.PORT ?? '8080', 'PORT', 1, 65_535)
await checkPort(port)

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok
  } catch {
    return false
  }
}

try {
  await runBuilds(['local cloud', 'cloud functions'])
  const cloud = await startLinliCloud({
    port: 0,
    data: inRepo('.data'),
    seed: 'demo',
    residents: 0,
    latencyMs: 0,
    log: (line) => console.log(line),
  })
  const pages = spawn(process.execPath, [inRepo('config/build-phone.mjs'), 'h5', '--watch'], {
    stdio: 'inherit',
    env: { ...process.env, LINLI_DEV_PORT: String(port), LINLI_DEV_CLOUD: cloud.url },
  })
  onEnd(async () => {
    pages.kill()
    await cloud.close()
  })
  pages.once('exit', (code) => {
    void cloud.close().then(() => process.exit(code ?? 1))
  })

  let building = Promise.resolve()
  watch([inRepo('cloudfunctions'), inRepo('types')], { ignoreInitial: true }).on('all', () => {
    building = building.then(async () => {
      try {
        await buildCloud()
        cloud.reload()
        console.log('cloud functions rebuilt and reloaded')
      } catch (error) {
        // A half-written file does not build; the next change will.
        console.error(sentenceOf(error))
      }
    })
  })

  const url = `http://127.0.0.1:${port}`
  while (!(await answers(url))) await new Promise((resolve) => setTimeout(resolve, 300))
  sayWhoYouCanBe(url)
} catch (error) {
  giveUp(sentenceOf(error))
}
