import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSlots, startTestCloud, type TestCloud } from '../support/cloud.ts'
import { arriveAt, h5Root, openAs, pick, startBrowser, words, type Look } from './browser.ts'

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

async function openDesk(openid: string, look: Look): Promise<Page> {
  const page = await openAs(browser, { url: cloud.url, openid, look })
  await page.goto(`${cloud.url}/#/pages/desk/index`)
  await page.reload()
  await arriveAt(page, '今日预约')
  await page.locator('.skeleton').waitFor({ state: 'detached' })
  return page
}

const rows = (page: Page) => page.locator('.table__row:not(.table__row--titles)')
const boxOf = async (page: Page, selector: string) => {
  const box = await page.locator(selector).first().boundingBox()
  if (!box) throw new Error(`${selector} is not in sight.`)
  return box
}

test('at a desk: two panes side by side over the whole window, and a table with titles', async () => {
  const page = await openDesk('demo-staff', { width: 1280 })
  const side = await boxOf(page, '.desk__side')
  const main = await boxOf(page, '.desk__main')
  expect(main.x).toBeGreaterThan(side.x + side.width)
  expect(main.x + main.width).toBeGreaterThan(1200)
  await page.getByRole('columnheader', { name: '姓名' }).waitFor()
  const cells = await rows(page).first().getByRole('cell').all()
  const middles = await Promise.all(
    cells.map(async (cell) => {
      const { y, height } = (await cell.boundingBox()) ?? { y: 0, height: 0 }
      return Math.round(y + height / 2)
    }),
  )
  expect(Math.max(...middles) - Math.min(...middles)).toBeLessThanOrEqual(1)
  await page.context().close()
})

test('on a phone: one column, each visit a small card', async () => {
  const page = await openDesk('demo-staff', { width: 375 })
  const side = await boxOf(page, '.desk__side')
  const main = await boxOf(page, '.desk__main')
  expect(main.y).toBeGreaterThanOrEqual(side.y + side.height)
  expect(await page.getByRole('columnheader').count()).toBe(0)
  await page.context().close()
})

describe('staff plan their day', () => {
  test('by keyboard: another day, and one service of it', async () => {
    const [slot] = (await openSlots(cloud, 'chunxiao-health-check', 'demo-elder')).filter(
      ({ slotId }) => slotId.includes('20261124'),
    )
    await cloud.as('demo-elder').ok('booking.reserve', { slotId: slot!.slotId, note: '听力不好' })
    await cloud.advance(2 * 60_000)
    const page = await openDesk('demo-staff', { width: 1280 })
    await words(page, /^今天，\d+人次$/).waitFor()
    await pick(page, '11月23日 周一（今天）').focus()
    await page.keyboard.press('ArrowDown')
    await words(page, /^明天，\d+人次$/).waitFor()
    const visit = page.getByRole('row').filter({ hasText: '王秀兰' })
    await visit.getByText('听力不好').waitFor()
    const all = await rows(page).count()
    await pick(page, /^老年人健康体检/).click()
    expect(await rows(page).count()).toBeLessThan(all)
    expect(await visit.count()).toBe(1)
    await page.context().close()
  })

  test('a resident is told that this is not for her, and can go back', async () => {
    const page = await openDesk('demo-elder', {})
    await words(page, '您没有权限做这件事。如有疑问，请问社区服务站。').waitFor()
    expect(await rows(page).count()).toBe(0)
    await page.context().close()
  })
})
