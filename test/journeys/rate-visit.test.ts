import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestCloud, type TestCloud } from '../support/cloud.ts'
import {
  arriveAt,
  button,
  choice,
  h5Root,
  link,
  openAs,
  pick,
  startBrowser,
  typing,
  words,
} from './browser.ts'

const ELDER = 'demo-elder'
/** WeChat's check, as the local cloud stands for it, is unsure of these words. */
const UNSURE = '护士说可以加微信问'

let browser: Browser
let cloud: TestCloud
const pages: Page[] = []

const open = async (openid: string, more: { elder?: boolean; route: string }) => {
  const { elder = false, route } = more
  const page = await openAs(browser, { url: cloud.url, openid, look: { elder }, route })
  pages.push(page)
  return page
}

beforeAll(async () => {
  browser = await startBrowser()
  cloud = await startTestCloud({ staticDir: h5Root })
})
afterAll(async () => {
  for (const page of pages) await page.context().close()
  await cloud.close()
  await browser.close()
})

test('an elder reads the result of a visit, rates it, and thinks again', async () => {
  const page = await open(ELDER, { elder: true, route: 'pages/my-bookings/index' })
  await link(page, /^老年人健康体检.*已结束/)
    .first()
    .click()
  await arriveAt(page, '预约详情')
  await button(page, '评价、看结果').click()
  await arriveAt(page, '评价和结果')
  await words(page, /血压148\/86/).waitFor()
  // Nothing can be sent before stars are chosen.
  expect(await button(page, '提交评价').count()).toBe(0)
  await pick(page, '5分，非常满意').click()
  await choice(page, '态度好').click()
  await button(page, '提交评价').click()
  await words(page, '评价好了，谢谢您。').waitFor()
  await words(page, '态度好').waitFor()

  await button(page, '改一改').click()
  await pick(page, '4分，满意').click()
  await typing(page).fill(UNSURE)
  await button(page, '改好了，提交').click()
  await words(page, '4分，满意').waitFor()
  await words(page, UNSURE).waitFor()
})

test('what the provider reads waits for staff, who let it through', async () => {
  const provider = await open('demo-provider', { route: 'pages/desk-ratings/index' })
  await words(provider, '4分，满意').first().waitFor()
  expect(await words(provider, UNSURE).count()).toBe(0)

  const staff = await open('demo-staff', { route: 'pages/desk-home/index' })
  await link(staff, /^服务评价/).click()
  await arriveAt(staff, '服务评价')
  await words(staff, UNSURE).waitFor()
  // Newest first: hers is the first of those to be looked at.
  await button(staff, '放行').first().click()
  await words(staff, '放行了，服务单位看得到了。').waitFor()

  const { items } = await cloud.as('demo-provider').ok('booking.listRatings', {})
  expect(items[0]).toMatchObject({ serviceName: '老年人健康体检', stars: 4, words: UNSURE })
})

test('staff see how services are used in a year', async () => {
  const page = await open('demo-staff', { route: 'pages/desk-use/index' })
  await pick(page, '近一年').click()
  await words(page, '2025年12月到2026年11月').waitFor()
  await button(page, '看表格').first().click()
  await page.getByRole('table', { name: '按服务' }).waitFor()
  const { services } = await cloud
    .as('demo-staff')
    .ok('booking.useFigures', { fromMonth: '2025-12', toMonth: '2026-11' })
  await words(page, `${services[0]?.booked}次`).first().waitFor()
})
