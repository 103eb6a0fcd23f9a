import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestCloud, type TestCloud } from '../support/cloud.ts'
import { arriveAt, button, h5Root, openAs, startBrowser, typing, words } from './browser.ts'

/** The one of the demo's people who has not agreed to the policy. */
const UNDECIDED = 'demo-owner'
const NOTE = '女儿一起来'

let cloud: TestCloud
let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser.close())

beforeEach(async () => {
  cloud = await startTestCloud({ staticDir: h5Root })
  page = await openAs(browser, { url: cloud.url, openid: UNDECIDED })
  await page.goto(`${cloud.url}/#/pages/service/index?serviceId=chunxiao-health-check`)
  await button(page, /，剩/).first().click()
  await arriveAt(page, '确认预约')
  await words(page, /请先同意隐私保护指引/).waitFor()
  expect(await typing(page).count()).toBe(0)
  return async () => {
    await page.context().close()
    await cloud.close()
  }
})

const mine = async () => (await cloud.as(UNDECIDED).ok('booking.listMine', {})).items
const booked = async () => (await mine()).filter(({ state }) => state === 'booked')

describe('a note is personal: before consent it is not asked for', () => {
  test('one tap in place agrees, and the note is asked for and sent', async () => {
    await button(page, '同意，写备注').click()
    await typing(page).fill(NOTE)
    await button(page, '确认预约').click()
    await words(page, '约好了').waitFor()
    expect(await booked()).toMatchObject([{ note: NOTE }])
    const { privacy } = await cloud.as(UNDECIDED).ok('account.me', {})
    expect(privacy.agreed).toBe(privacy.current)
  })

  test('whoever does not agree books without a note', async () => {
    await button(page, '确认预约').click()
    await words(page, '约好了').waitFor()
    const [booking] = await booked()
    expect(booking?.note).toBeUndefined()
    const { privacy } = await cloud.as(UNDECIDED).ok('account.me', {})
    expect(privacy.agreed).toBeUndefined()
  })

  test('the policy is one tap away, and agreeing there counts here', async () => {
    await button(page, '先看看指引').click()
    await arriveAt(page, '隐私保护指引')
    await button(page, '我同意').click()
    await arriveAt(page, '确认预约')
    await typing(page).fill(NOTE)
  })
})
