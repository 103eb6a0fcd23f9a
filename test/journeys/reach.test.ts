import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSlots, startTestCloud, type TestCloud } from '../support/cloud.ts'
import { button, h5Root, link, openAs, pick, startBrowser, words } from './browser.ts'

const SERVICE = 'chunxiao-health-check'

let cloud: TestCloud
let browser: Browser

beforeAll(async () => {
  cloud = await startTestCloud({ staticDir: h5Root })
  browser = await startBrowser()
  const free = await openSlots(cloud, SERVICE, 'demo-elder')
  for (const { slotId } of free.slice(0, 5)) {
    await cloud.as('demo-elder').ok('booking.reserve', { slotId })
  }
})
afterAll(async () => {
  await browser.close()
  await cloud.close()
})

const openAt = async (path: string): Promise<Page> => {
  const page = await openAs(browser, { url: cloud.url, openid: 'demo-elder' })
  if (path) await page.goto(`${cloud.url}/#/pages/${path}`)
  return page
}
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '')

describe('without a finger, and by ear', () => {
  test('a day is one choice of several: Tab stops once, arrows choose, days without a time are passed', async () => {
    const page = await openAt(`service/index?serviceId=${SERVICE}`)
    await page.getByRole('radiogroup', { name: '选哪一天' }).waitFor()
    const days = page.getByRole('radio')
    const chosen = page.getByRole('radio', { checked: true })
    expect(await chosen.count()).toBe(1)
    expect(await days.and(page.locator('[tabindex="0"]')).count()).toBe(1)
    const first = await chosen.getAttribute('aria-label')
    await chosen.focus()
    await page.keyboard.press('ArrowRight')
    const second = await chosen.getAttribute('aria-label')
    expect(second).not.toBe(first)
    expect(second).not.toContain('没有')
    expect(await chosen.evaluate((day) => day === document.activeElement)).toBe(true)
    await page.keyboard.press('ArrowLeft')
    expect(await chosen.getAttribute('aria-label')).toBe(first)
    for (const none of await pick(page, /没有/).all()) {
      expect(await none.getAttribute('tabindex')).toBe('-1')
    }
    await page.context().close()
  })

  test('the question before cancelling takes the focus, hides what is behind, and gives it back on Escape', async () => {
    const page = await openAt('my-bookings/index')
    await button(page, /^取消预约/)
      .first()
      .focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: '确定取消吗？' })
    await dialog.waitFor()
    await page.locator('[role="dialog"]:focus').waitFor()
    expect(await button(page, /^取消预约/).count()).toBe(0)
    for (let n = 0; n < 4; n++) {
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.closest('[inert]'))).toBeNull()
    }
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(await focused(page)).toBe('取消预约')
    await page.context().close()
  })

  test('home reads a visit out in one sentence, and counts those it does not show', async () => {
    const page = await openAt('')
    await link(page, /^老年人健康体检，今天，上午\d+:\d+–.+，.+/)
      .first()
      .waitFor()
    await button(page, '我的预约（还有 3 个预约）').waitFor()
    await button(page, /我的预约/).click()
    await button(page, /^取消预约/)
      .last()
      .click()
    await page.getByRole('dialog').getByRole('button', { name: '确定取消' }).click()
    await words(page, '已经取消了').waitFor()
    // Home as it is before any answer: from the reply of the cancellation.
    await page.context().setOffline(true)
    await button(page, '返回').click()
    await button(page, '我的预约（还有 2 个预约）').waitFor()
    await page.context().close()
  })
})
