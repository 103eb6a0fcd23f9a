import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { DAY, MINUTE, MONDAY_9, startTestCloud, type TestCloud } from '../support/cloud.ts'
import {
  arriveAt,
  button,
  field,
  h5Root,
  link,
  openAs,
  pick,
  startBrowser,
  tab,
  words,
} from './browser.ts'

let browser: Browser
let cloud: TestCloud
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser.close())

beforeEach(async () => {
  cloud = await startTestCloud({ staticDir: h5Root })
  return () => cloud.close()
})

const phoneOf = (openid: string): Promise<Page> => openAs(browser, { url: cloud.url, openid })

/** From the start of the program to one's services. */
async function openServices(page: Page): Promise<void> {
  await tab(page, '我的').click()
  await link(page, /^社区工作台/).click()
  await arriveAt(page, '社区工作台')
  await link(page, /^服务管理/).click()
  await arriveAt(page, '服务管理')
}

test('staff make a service with weekly times; a resident books it', async () => {
  const page = await phoneOf('demo-staff')
  await openServices(page)
  await button(page, '新建服务').click()
  await arriveAt(page, '新服务')
  await field(page, '服务叫什么').fill('免费磨剪子')
  await pick(page, /^乐家便民服务队/).click()
  await pick(page, '其他').click()
  await field(page, '一句话说清楚').fill('剪子菜刀都磨')
  // Nothing typed is lost by a refusal, and what is missing is said where it is missing.
  await button(page, '保存').click()
  await words(page, '有一处要改').waitFor()
  expect(await field(page, '服务叫什么').inputValue()).toBe('免费磨剪子')
  await field(page, '地点').fill('社区小广场')
  await button(page, '保存').click()
  await arriveAt(page, '服务')
  await words(page, '还没有每周安排').waitFor()
  await button(page, '加一条安排').click()
  await field(page, '第1段开始').fill('1400')
  await field(page, '第1段结束').fill('1600')
  await field(page, '每个时段收几人').fill('3')
  await button(page, '保存').click()
  await words(page, '已保存。新时段一两分钟后排好。').waitFor()
  await words(page, '14:00、14:30、15:00、15:30').waitFor()
  await page.context().close()

  await cloud.advance(MINUTE)
  const resident = await phoneOf('demo-resident')
  await tab(resident, '服务').click()
  await arriveAt(resident, '社区服务')
  await link(resident, /免费磨剪子/).click()
  await arriveAt(resident, '选日期和时间')
  await button(resident, /下午2:30，剩/)
    .first()
    .click()
  await button(resident, '确认预约').click()
  await words(resident, '约好了').first().waitFor()
  await resident.context().close()
})

test('a provider closes a day; whoever had booked reads why', async () => {
  const serviceId = 'chunxiao-health-check'
  const day = new Date(MONDAY_9 + DAY).toISOString().slice(0, 10)
  const { items } = await cloud
    .as('demo-resident')
    .ok('booking.listSlots', { serviceId, fromDay: day, toDay: day })
  const free = items.find(({ state }) => state === 'open')
  await cloud.as('demo-resident').ok('booking.reserve', { slotId: free?.slotId ?? '' })

  const page = await phoneOf('demo-provider')
  await openServices(page)
  await link(page, /老年人健康体检/).click()
  await pick(page, '停办').click()
  await button(page, '临时停办').click()
  await field(page, /^为什么停/).fill('医生临时外出。')
  await button(page, '看看会影响谁').click()
  await words(page, /人已约好/).waitFor()
  await button(page, '停办').click()
  await words(page, '已停办。').waitFor()
  await words(page, '正在通知').waitFor()
  await page.context().close()

  await cloud.advance(3 * MINUTE)
  const resident = await phoneOf('demo-resident')
  await tab(resident, /^消息/).click()
  await words(resident, /医生临时外出。/)
    .first()
    .waitFor()
  await resident.context().close()
})
