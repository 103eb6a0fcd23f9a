import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestCloud, type TestCloud } from '../support/cloud.ts'
import { arriveAt, button, h5Root, link, openAs, startBrowser, words } from './browser.ts'

let cloud: TestCloud
let browser: Browser

beforeAll(async () => {
  cloud = await startTestCloud({ staticDir: h5Root })
  browser = await startBrowser()
})
afterAll(async () => {
  await browser.close()
  await cloud.close()
})

/** The directory, and the numbers called from it: the browser has no telephone, but is asked for one. */
async function openDirectory(openid: string): Promise<{ page: Page; called: string[] }> {
  const page = await openAs(browser, { url: cloud.url, openid })
  const called: string[] = []
  const session = await page.context().newCDPSession(page)
  await session.send('Page.enable')
  session.on('Page.frameRequestedNavigation', ({ url }) => {
    if (url.startsWith('tel:')) called.push(url)
  })
  await page.goto(`${cloud.url}/#/pages/directory/index`)
  await page.reload()
  await arriveAt(page, '电话与地址')
  return { page, called }
}

describe('the elder looks for whom to call', () => {
  test('emergency stands first, and one tap calls', async () => {
    const { page, called } = await openDirectory('demo-elder')
    const first = button(page, /打电话，/).first()
    expect(await first.getAttribute('aria-label')).toBe('给急救打电话，120')
    await first.click()
    await expect.poll(() => called).toEqual(['tel:120'])
    await page.context().close()
  })

  test('a row says whether it is open; its entry says when, where and what to bring', async () => {
    const { page, called } = await openDirectory('demo-elder')
    await link(page, '春晓社区服务站，登记、证明、老人服务，开着，到下午5:30').click()
    await words(page, '春晓路8号，春晓社区一楼大厅').waitFor()
    await words(page, '周一至周六（今天）').waitFor()
    await words(page, /^休息$/).waitFor()
    await words(page, '户口簿或房产证').waitFor()
    await button(page, '给春晓社区服务站打电话，024-5550-0111').click()
    await expect.poll(() => called).toEqual(['tel:024-5550-0111'])
    await page.context().close()
  })

  test('an address can be passed on', async () => {
    const { page } = await openDirectory('demo-elder')
    await link(page, /^南湖社区卫生服务中心/).click()
    await button(page, '复制地址').click()
    await words(page, '地址复制好了').waitFor()
    // A map is WeChat's: a browser does not offer what it has not.
    expect(await button(page, '看地图').count()).toBe(0)
    await page.context().close()
  })

  test('without the net the list says so, and comes when it is back', async () => {
    const page = await openAs(browser, { url: cloud.url, openid: 'demo-elder' })
    await page.route('**/call/directory', (route) => route.abort('internetdisconnected'))
    await page.goto(`${cloud.url}/#/pages/directory/index`)
    await words(page, '现在连不上').waitFor()
    await page.unroute('**/call/directory')
    await button(page, '再试一次').click()
    await words(page, '紧急电话').waitFor()
    await page.context().close()
  })
})

test('a newcomer has the numbers of everybody', async () => {
  const { page } = await openDirectory('demo-stranger')
  await words(page, '紧急电话').waitFor()
  await words(page, '政务服务热线').waitFor()
  expect(await words(page, '春晓社区服务站').count()).toBe(0)
  await page.context().close()
})
