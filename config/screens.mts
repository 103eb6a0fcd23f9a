/**
 * `npm run screens`: the picture of the README, from the real program: home, a service and my bookings
 * side by side, as the elder of the demo sees them.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { chromium, type Browser, type Page } from 'playwright-core'
import { runBuilds } from './builds.mts'
import { startLinliCloud } from './local-cloud.mts'
import { provideBrowser, provideChineseFont } from './provision.mts'
import { inRepo } from './paths.mts'
import { giveUp, sentenceOf } from './say.mts'

/** A Monday morning, so that the picture is the same whenever it is made. */
const NOW = Date.UTC(2026, 10, 23, 1)
const PHONE = { width: 375, height: 730 }
const SERVICE = 'chunxiao-health-check'
const FOLDER = inRepo('docs/screens')

async function phoneOf(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ viewport: PHONE, deviceScaleFactor: 0.8 })
  await context.addInitScript({ content: `localStorage.setItem('linli.openid', 'demo-elder')` })
  // Without people to choose from there is no bar: the picture shows what a resident sees.
  await context.route('**/people', (route) => route.fulfill({ json: [] }))
  const page = await context.newPage()
  await page.goto(url)
  return page
}

/** One screen, once it has nothing more to load. */
async function shoot(page: Page): Promise<string> {
  await page.locator('.skeleton').waitFor({ state: 'detached' })
  await page.waitForTimeout(600)
  return (await page.screenshot()).toString('base64')
}

async function takeScreens(browser: Browser, url: string): Promise<string[]> {
  const page = await phoneOf(browser, url)
  const top = () => page.locator('.taro_page').last()
  await page.goto(`${url}/#/pages/service/index?serviceId=${SERVICE}`)
  await top()
    .getByRole('radio', { name: /11月25日/ })
    .click()
  const service = await shoot(page)
  await top().getByRole('button', { name: /，剩/ }).first().click()
  await top().getByRole('checkbox', { name: '听力不好' }).click()
  await top().getByRole('button', { name: '确认预约' }).click()
  await top().getByRole('button', { name: '看我的预约' }).click()
  await top().getByRole('heading', { name: '我的预约' }).waitFor()
  const mine = await shoot(page)
  const home = await phoneOf(browser, url)
  await home.locator('.office').waitFor()
  return [await shoot(home), service, mine]
}

async function sideBySide(browser: Browser, screens: readonly string[]): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 980, height: 632 } })
  const images = screens.map((screen) => `<img src="data:image/png;base64,${screen}">`).join('')
  await page.setContent(`<style>
    body { margin: 0; padding: 24px 20px; display: flex; justify-content: space-between; background: #ddd3c2 }
    img { border-radius: 22px }
  </style>${images}`)
  await page.locator('img').last().waitFor()
  return page.screenshot()
}

try {
  await runBuilds(['local cloud', 'cloud functions', 'H5 pages'])
  const cloud = await startLinliCloud({
    port: 0,
    data: ':memory:',
    seed: 'demo',
    residents: 0,
    latencyMs: 0,
    timers: 'manual',
    now: NOW,
    staticDir: inRepo('dist/h5'),
  })
  await provideChineseFont()
  const browser = await chromium.launch({
    executablePath: await provideBrowser(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  })
  try {
    const picture = await sideBySide(browser, await takeScreens(browser, cloud.url))
    mkdirSync(FOLDER, { recursive: true })
    writeFileSync(`${FOLDER}/linli.png`, picture)
    console.log(`docs/screens/linli.png: ${Math.round(picture.length / 1024)} KB`)
  } finally {
    await browser.close()
    await cloud.close()
  }
} catch (error) {
  giveUp(sentenceOf(error))
}
