import type { Browser, Page } from 'playwright-core'
import { LOOKS } from './looks.mts'
import { openPhone } from './screens-h5.mts'

const PHONE = { width: 375, height: 730 }
const SERVICE = 'chunxiao-health-check'
const [NORMAL] = LOOKS

/** Home, a service and my bookings side by side, as the elder of the demo sees them while she books. */
export async function readmePicture(browser: Browser, url: string): Promise<Buffer> {
  return sideBySide(browser, await takeScreens(browser, url))
}

async function phoneOf(browser: Browser, url: string): Promise<Page> {
  const phone = await openPhone(browser, NORMAL!, 'demo-elder', 0.8)
  const page = await phone.newPage()
  await page.setViewportSize(PHONE)
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
  const top = () => page.locator('.taro_page').filter({ visible: true }).last()
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
  await home.locator('.calls').waitFor()
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
