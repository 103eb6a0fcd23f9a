import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestCloud, type TestCloud } from '../support/cloud.ts'
import {
  arriveAt,
  button,
  choice,
  field,
  h5Root,
  link,
  openAs,
  pick,
  startBrowser,
  tab,
  words,
  type Look,
} from './browser.ts'

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

async function openDay(openid: string, look: Look = {}): Promise<Page> {
  const page = await openAs(browser, { url: cloud.url, openid, look })
  await tab(page, '我的').click()
  await link(page, /^社区工作台/).click()
  await arriveAt(page, '社区工作台')
  await link(page, /^今日预约/).click()
  await arriveAt(page, '今日预约')
  await page.locator('.skeleton').waitFor({ state: 'detached' })
  return page
}

const today = async (openid: string) => (await cloud.as(openid).ok('booking.listDay', {})).items
const named = async (name: string) => (await today('demo-staff')).find((one) => one.name === name)

test('a provider’s day: one comes, one does not, one is moved, one pays, and the list is printed', async () => {
  // Twenty past nine: who has not come to nine o'clock is late.
  await cloud.advance(20 * 60_000)
  const page = await openDay('demo-provider')

  await link(page, /^黄玉梅/)
    .first()
    .click()
  await button(page, /^到了$/).click()
  await words(page, '黄玉梅到了，签到好了。').waitFor()
  await button(page, '回到名单').click()
  await link(page, /^黄玉梅.*到了/).waitFor()
  expect((await named('黄玉梅'))?.mark).toBe('came')

  await link(page, /^周丽华/)
    .first()
    .click()
  await button(page, /^没来$/).click()
  await words(page, '周丽华没来，记好了。今天还能撤回。').waitFor()
  await button(page, '记错了，撤回').waitFor()
  await button(page, '回到名单').click()

  await link(page, /^梁浩然/).click()
  await button(page, '改时间').click()
  await button(page, '改到这个时间').click()
  await words(page, '请选一个新时间。').waitFor()
  await pick(page, /^上午10:00–10:30/).click()
  await button(page, '改到这个时间').click()
  await words(page, '请选一句，或写一句原因。对方会收到。').waitFor()
  await choice(page, '医生临时有事').click()
  await button(page, '改到这个时间').click()
  await words(page, /^梁浩然改到了今天 上午10:00–10:30/).waitFor()
  expect((await named('梁浩然'))?.startsAt).toBe(Date.parse('2026-11-23T10:00:00+08:00'))

  await link(page, /^高欣怡/)
    .last()
    .click()
  await button(page, /^到了$/).click()
  await button(page, /^完成$/).click()
  await field(page, '收到的钱（元）').fill('二十五')
  await button(page, '记下，完成').click()
  await words(page, '请写一个数，例如 30 或 12.50。').waitFor()
  await field(page, '收到的钱（元）').fill('25.5')
  await field(page, '收据号（没有可以不填）').fill('00123')
  await button(page, '记下，完成').click()
  await words(page, '25.50元，收据 00123').waitFor()
  await button(page, '回到名单').click()

  // For somebody who calls: by the name in full and the end of the number, and by nothing less.
  await link(page, '给人约这个时间，上午10:30–11:00，老年人健康体检').click()
  await arriveAt(page, '给人预约')
  await field(page, '全名').fill('李建国')
  await field(page, '电话后四位').fill('0131')
  await button(page, '约好').click()
  await words(page, /^没有找到这位居民/).waitFor()
  await field(page, '电话后四位').fill('0132')
  await button(page, '约好').click()
  await words(page, '给 李建国 约好了').waitFor()
  await button(page, '回到名单').click()
  await arriveAt(page, '今日预约')
  await link(page, /^李建国/).click()
  await words(page, '服务单位代约').waitFor()
  await button(page, '回到名单').click()

  await button(page, /下载$/).click()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    button(page, '下载文本（CSV）').click(),
  ])
  const csv = readFileSync(await file.path(), 'utf8')
  expect(csv).toContain('黄玉梅')
  expect(csv).toContain('25.50')
  // Another provider's service is not of this list.
  expect(csv).not.toContain('家庭保洁')
  await page.context().close()
})

test('staff book for somebody on the phone, and cancel with a reason that she reads', async () => {
  const page = await openDay('demo-staff')
  await link(page, '给人约这个时间，上午10:30–11:00，老年人健康体检').click()
  await arriveAt(page, '给人预约')
  await field(page, '姓名').fill('王秀兰')
  await button(page, '查找').click()
  await link(page, /^王\*兰.*3号楼2单元503/).click()
  await button(page, '约好').click()
  await words(page, /给 王\*兰 约好了/).waitFor()
  await button(page, '回到名单').click()
  await arriveAt(page, '今日预约')
  await link(page, /^王秀兰/).click()
  await words(page, '社区服务站代约').waitFor()

  await button(page, '取消预约').click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('button', { name: '取消并告诉对方' }).click()
  await sheet.getByText('请选一句，或写一句原因。对方会收到。').waitFor()
  await sheet.getByRole('checkbox', { name: '服务临时停办' }).click()
  await sheet.getByRole('button', { name: '取消并告诉对方' }).click()
  await words(page, '王秀兰的预约取消了，已经告诉对方。').waitFor()
  await link(page, /^王秀兰/).waitFor({ state: 'detached' })
  await cloud.advance(2 * 60_000)
  const { items } = await cloud.as('demo-elder').ok('booking.listMine', {})
  expect(items[0]).toMatchObject({ state: 'cancelled', say: '服务临时停办' })
  await page.context().close()
})

test('at a desk the list and what is open of it stand side by side; the day is turned by keyboard', async () => {
  const page = await openDay('demo-staff', { width: 1280 })
  await link(page, /^唐永福/).click()
  await button(page, '改时间').waitFor()
  const list = await page.locator('.panes__list').last().boundingBox()
  const detail = await page.locator('.panes__detail').last().boundingBox()
  expect(detail!.x).toBeGreaterThanOrEqual(list!.x + list!.width)
  await button(page, '后一天').focus()
  await page.keyboard.press('Enter')
  await words(page, /^明天，11月24日/).waitFor()
  await button(page, /^回到今天、看一周/).click()
  await link(page, '看这一周').click()
  await arriveAt(page, '一周预约')
  await words(page, '11月23日到11月29日').waitFor()
  await page.context().close()
})

test('a resident is told that this is not for her', async () => {
  const page = await openAs(browser, {
    url: cloud.url,
    openid: 'demo-elder',
    route: 'pages/desk/index',
  })
  await words(page, '您没有权限做这件事。如有疑问，请问社区服务站。').waitFor()
  await page.context().close()
})
