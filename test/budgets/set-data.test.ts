import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startBrowser } from '../../config/browser.mts'
import { readRoutes, type Route } from '../../config/routes.mts'
import { prepareRoutes } from '../../config/visit.mts'
import { startTestCloud, type TestCloud } from '../support/cloud.ts'
import { openInRunner, runnerRoot, setDataOf, topPlace } from '../weapp/runner/open.ts'
import { KB, keep } from './figures.ts'
import { fillLists, renameVisit, repriceService, ROWS } from './rows.ts'

const HOME = 'pages/home/index'
/** What the first screen, and any other with a list of 20, may send from the script to the screen. */
const FIRST = { home: 20 * KB, other: 30 * KB }
const ONE_ROW = 1 * KB

const routes = await readRoutes()

let cloud: TestCloud
let browser: Browser

beforeAll(async () => {
  cloud = await startTestCloud({ staticDir: runnerRoot })
  browser = await startBrowser()
  await fillLists(cloud)
  await prepareRoutes(cloud.url, routes)
})
afterAll(async () => {
  await browser.close()
  await cloud.close()
})

/** The route as the first thing that somebody opens, once it has settled. */
async function open({ path, query, person }: Route): Promise<Page> {
  const route = path + query
  const page = await openInRunner(browser, { url: cloud.url, openid: person, route })
  await topPlace(page).locator('.skeleton').waitFor({ state: 'detached' })
  await settled(page)
  return page
}

const sizesOf = async (page: Page) => (await setDataOf(page)).map(({ bytes }) => bytes)

/** Until nothing more is sent. */
async function settled(page: Page): Promise<void> {
  for (let sent = -1; sent !== (await sizesOf(page)).length;) {
    sent = (await sizesOf(page)).length
    await page.waitForTimeout(300)
  }
}

const routeOf = (path: string) => routes.find((route) => route.path === path)!

describe('what a screen is sent, at first and at most at once', () => {
  test.each(routes)('$path', async (route) => {
    const page = await open(route)
    keep({
      name: `first setData of ${route.path}`,
      value: Math.max(...(await sizesOf(page))),
      budget: route.path === HOME ? FIRST.home : FIRST.other,
      unit: 'bytes',
    })
    await page.context().close()
  })
})

describe('what a screen is sent when one row of its list changes', () => {
  test('a service has another price', async () => {
    const page = await open(routeOf('pages/services/index'))
    expect(await topPlace(page).locator('.service-row').count()).toBeGreaterThanOrEqual(ROWS)
    await keepRow('a service of 20', page, async () => {
      await repriceService(cloud, 12_300)
      await comeBack(page)
      await topPlace(page).getByText('123元').waitFor()
    })
  })

  test('a past visit has another name', async () => {
    const page = await open(routeOf('pages/my-bookings/index'))
    expect(await topPlace(page).locator('.past').count()).toBeGreaterThanOrEqual(ROWS - 1)
    await keepRow('a visit of 20', page, async () => {
      await renameVisit(cloud, '换了名字的服务')
      await comeBack(page)
      await topPlace(page).getByText('换了名字的服务').waitFor()
    })
  })

  test('a visit that is cancelled moves to the other list, which Taro sends anew', async () => {
    const page = await open(routeOf('pages/my-bookings/index'))
    await topPlace(page)
      .getByRole('button', { name: /^取消预约/ })
      .first()
      .click()
    await page.getByRole('dialog').waitFor()
    await settled(page)
    const before = (await sizesOf(page)).length
    await page.getByRole('dialog').getByRole('button', { name: '确定取消' }).click()
    await topPlace(page).getByText('已经取消了').waitFor()
    await settled(page)
    keep({
      name: 'a visit moves to the other list',
      value: Math.max(...(await sizesOf(page)).slice(before)),
      budget: FIRST.other,
      unit: 'bytes',
    })
    await page.context().close()
  })
})

/** The program goes to the background and comes back: it asks the cloud again. */
const comeBack = (page: Page) =>
  page.evaluate(() => {
    window.hands.hide()
    window.hands.show()
  })

async function keepRow(name: string, page: Page, change: () => Promise<void>): Promise<void> {
  const before = (await sizesOf(page)).length
  await change()
  await settled(page)
  const value = (await sizesOf(page)).slice(before).reduce((sum, bytes) => sum + bytes, 0)
  expect(value).toBeGreaterThan(0)
  keep({ name: `one row changes: ${name}`, value, budget: ONE_ROW, unit: 'bytes' })
  await page.context().close()
}
