import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestCloud, type TestCloud } from '../support/cloud.ts'
import {
  arriveAt,
  BUILDS,
  button,
  choice,
  link,
  openAs,
  pick,
  rootOf,
  startBrowser,
  typing,
  words,
} from './browser.ts'

describe.each(BUILDS)('the elder books a health check, sees it and cancels it: %s', (build) => {
  let cloud: TestCloud
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    cloud = await startTestCloud({ staticDir: rootOf(build) })
    browser = await startBrowser()
    page = await openAs(browser, { url: cloud.url, openid: 'demo-elder', build })
  })
  afterAll(async () => {
    await browser.close()
    await cloud.close()
  })

  test('home leads to the services, and the services to the health check', async () => {
    await words(page, /，您好$/).waitFor()
    await button(page, '全部服务').first().click()
    await arriveAt(page, '社区服务')
    await link(page, /老年人健康体检/).click()
    await arriveAt(page, '选日期和时间')
  })

  test('she picks a day, a time, says that she hears badly, and books', async () => {
    await pick(page, /11月24日 周二 有空/).click()
    await button(page, /上午9:00，剩/).click()
    await arriveAt(page, '确认预约')
    await words(page, '11月24日 周二（明天）').waitFor()
    await words(page, '上午9:00–9:30').waitFor()
    await choice(page, '听力不好').click()
    await typing(page).fill('女儿一起来')
    await button(page, '确认预约').click()
    await words(page, '约好了').waitFor()
  })

  test('my bookings shows it, with what she said', async () => {
    await button(page, '看我的预约').click()
    await arriveAt(page, '我的预约')
    await words(page, '要去的').waitFor()
    await words(page, '11月24日 周二（明天）').waitFor()
    await words(page, '您说的：听力不好；女儿一起来').waitFor()
  })

  test('she cancels it, after being asked once more', async () => {
    await button(page, /^取消预约/).click()
    await page.getByRole('dialog').getByRole('button', { name: '确定取消' }).click()
    await words(page, '已经取消了').waitFor()
    await words(page, '已取消').first().waitFor()
    expect(await button(page, /^取消预约/).count()).toBe(0)
    const { items } = await cloud.as('demo-elder').ok('booking.listMine', {})
    expect(items.filter(({ state }) => state === 'booked')).toEqual([])
  })
})
