import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Contract } from '../../types/contract'
import { startTestCloud, type TestCloud } from '../support/cloud.ts'
import { arriveAt, button, h5Root, openAs, pick, startBrowser, words } from './browser.ts'

const SERVICE = 'chunxiao-health-check'
/** As many slots as the first answer holds here: the demo never fills a page. */
const FIRST = 8

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

/** The service's screen, of a service with more slots than one answer holds. */
async function openBusyService(elder: boolean): Promise<Page> {
  const page = await openAs(browser, { url: cloud.url, openid: 'demo-elder', look: { elder } })
  await page.route('**/call/booking', async (route) => {
    const { op } = route.request().postDataJSON() as { op: string }
    if (op !== 'booking.viewService') return route.continue()
    const response = await route.fetch()
    const { result } = (await response.json()) as {
      result: { data: Contract['booking.viewService']['output'] }
    }
    const slots = result.data.slots.slice(0, FIRST)
    const { startsAt, slotId } = slots[FIRST - 1]!
    const next = `${String(startsAt).padStart(15, '0')}_${slotId}`
    return route.fulfill({
      response,
      json: { result: { ...result, data: { ...result.data, slots, next } } },
    })
  })
  const screen = elder ? 'pick-day' : 'service'
  await page.goto(`${cloud.url}/#/pages/${screen}/index?serviceId=${SERVICE}`)
  return page
}

describe('days after those that a service comes with', () => {
  test.each([
    ['normal', false],
    ['elder', true],
  ])('are read by a button, and can be booked: %s', async (_, elder) => {
    const page = await openBusyService(elder)
    await button(page, '看后面的日期').waitFor()
    expect(await pick(page, /12月8日/).count()).toBe(0)
    await button(page, '看后面的日期').click()
    await pick(page, /12月8日.*有空/).click()
    if (!elder) expect(await button(page, '看后面的日期').count()).toBe(0)
    await button(page, /，剩/).first().click()
    await arriveAt(page, '确认预约')
    await words(page, /12月8日 周二/).waitFor()
    await page.reload()
    await words(page, /12月8日 周二/).waitFor()
    await button(page, '换个时间')
      .count()
      .then((count) => expect(count).toBe(0))
    await button(page, '确认预约').click()
    await words(page, '约好了').waitFor()
    const { items } = await cloud.as('demo-elder').ok('booking.listMine', {})
    const made = items.find(({ state }) => state === 'booked')!
    await cloud.as('demo-elder').ok('booking.cancel', { bookingId: made.bookingId })
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    await page.context().close()
  })
})
