import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openSlots, startTestCloud, type TestCloud } from '../support/cloud.ts'
import { arriveAt, button, choice, h5Root, openAs, startBrowser, typing, words } from './browser.ts'

const SERVICE = 'chunxiao-health-check'
const NOTE = '请大声一点叫我'
const RESIDENTS = 12

let cloud: TestCloud
let browser: Browser
let page: Page
/** The slot whose confirm screen is open, with the note typed. */
let slotId: string
/** Its time as the service's screen says it, 上午9:30. */
let time: string

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser.close())

beforeEach(async () => {
  cloud = await startTestCloud({ staticDir: h5Root, residents: RESIDENTS })
  page = await openAs(browser, { url: cloud.url, openid: 'demo-elder' })
  slotId = (await openSlots(cloud, SERVICE, 'demo-elder'))[0]!.slotId
  await page.goto(`${cloud.url}/#/pages/service/index?serviceId=${SERVICE}`)
  const first = button(page, /，剩/).first()
  time = (await first.getAttribute('aria-label'))!.split('，')[0]!
  await first.click()
  await arriveAt(page, '确认预约')
  await note().fill(NOTE)
  return async () => {
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    await page.context().close()
    await cloud.close()
  }
})

const note = () => typing(page)

const liveBookings = async () => {
  const { items } = await cloud.as('demo-elder').ok('booking.listMine', {})
  return items.filter(({ state }) => state === 'booked')
}

describe('what was typed is kept', () => {
  test('without a network: a sentence, the note stays, and trying again books once', async () => {
    await page.context().setOffline(true)
    await button(page, '确认预约').click()
    await words(page, /网络不通/).waitFor()
    expect(await note().inputValue()).toBe(NOTE)

    await page.context().setOffline(false)
    await button(page, '再试一次').click()
    await words(page, '约好了').waitFor()
    expect(await liveBookings()).toMatchObject([{ slotId, note: NOTE }])
  })

  test('a lost answer: the place was taken, trying again is the same tap and takes no second', async () => {
    const taps: unknown[] = []
    await page.route('**/call/booking', async (route) => {
      const { op, tapId } = route.request().postDataJSON() as { op: string; tapId?: string }
      if (op !== 'booking.reserve') return route.continue()
      taps.push(tapId)
      const answer = await route.fetch()
      await (taps.length === 1 ? route.abort() : route.fulfill({ response: answer }))
    })
    await button(page, '确认预约').click()
    await words(page, /网络不通/).waitFor()
    await button(page, '再试一次').click()
    await words(page, '约好了').waitFor()
    expect(taps).toHaveLength(2)
    expect(taps[1]).toBe(taps[0])
    expect(await liveBookings()).toMatchObject([{ slotId, note: NOTE }])
  })

  test('the slot fills up meanwhile: another time is offered, and the note is still there', async () => {
    for (let n = 1; n <= RESIDENTS; n++) {
      await cloud.as(`resident-${String(n).padStart(4, '0')}`).call('booking.reserve', { slotId })
    }
    await button(page, '确认预约').click()
    await words(page, /这个时段约满了/).waitFor()
    await button(page, '换个时间').click()
    await button(page, `${time}，可排队`).waitFor()
    await button(page, /，剩/).first().click()
    expect(await note().inputValue()).toBe(NOTE)
    await button(page, '确认预约').click()
    await words(page, '约好了').waitFor()
    expect(await liveBookings()).toHaveLength(1)
  })

  test('the program is closed and opened again: the note is still there, until it is sent', async () => {
    await choice(page, '听力不好').click()
    await page.reload()
    await arriveAt(page, '确认预约')
    expect(await note().inputValue()).toBe(NOTE)
    expect(await choice(page, '听力不好').getAttribute('aria-checked')).toBe('true')
    await button(page, '确认预约').click()
    await words(page, '约好了').waitFor()
    expect(await liveBookings()).toMatchObject([{ note: `听力不好；${NOTE}` }])
    expect(await page.evaluate(() => Object.keys(localStorage).join())).not.toContain('draft')
  })

  test('a full note leaves no room for a choice, and says so; with less there is room again', async () => {
    await note().fill('字'.repeat(200))
    await words(page, '200/200 字').waitFor()
    await words(page, /有的选项放不下了/).waitFor()
    await choice(page, '需要轮椅').click({ force: true })
    expect(await note().inputValue()).toHaveLength(200)
    await note().fill('字'.repeat(195))
    await choice(page, '需要轮椅').click()
    await words(page, '195/195 字').waitFor()
    await button(page, '确认预约').click()
    await words(page, '约好了').waitFor()
  })
})
