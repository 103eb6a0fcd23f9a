import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestCloud, type TestCloud } from '../support/cloud.ts'
import {
  arriveAt,
  BUILDS,
  button,
  choice,
  field,
  link,
  openAs,
  pick,
  rootOf,
  startBrowser,
  tab,
  typing,
  words,
} from './browser.ts'

const ELDER = 'demo-elder'
const NAME = '王秀兰'

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser.close())

/** Registers her on the screen 登记家人, which is open. */
async function register(page: Page): Promise<void> {
  await field(page, '家人的姓名').fill(NAME)
  await pick(page, '儿子').click()
  await pick(page, '春晓社区').click()
  await pick(page, '3号楼').click()
  await pick(page, '2单元').click()
  await field(page, '房号').fill('503')
}

/** The program was closed, and is opened again: at home. */
async function openAgain(page: Page): Promise<void> {
  await page.evaluate(() => {
    location.hash = ''
  })
  await page.reload()
}

/** The digits as they stand on the helper's screen, to be read out over the phone. */
async function digitsOn(page: Page): Promise<string> {
  const label = await page
    .getByRole('img', { name: /^六位数字/ })
    .last()
    .getAttribute('aria-label')
  return (label ?? '').replace(/\D/g, '')
}

const isActing = (page: Page) => words(page, `正在替 ${NAME} 办事`).first()

describe.each(BUILDS)('a son does things for his mother: %s', (build) => {
  let cloud: TestCloud
  let son: Page
  let mother: Page

  beforeAll(async () => {
    cloud = await startTestCloud({ staticDir: rootOf(build) })
    son = await openAs(browser, { url: cloud.url, openid: 'demo-child', build })
  })
  afterAll(async () => {
    await son.context().close()
    await mother.context().close()
    await cloud.close()
  })
  const hers = async () =>
    (await cloud.as(ELDER).ok('booking.listMine', {})).items.filter(
      ({ state }) => state === 'booked',
    )

  test('he registers her, and is told what to read out to her', async () => {
    await tab(son, '我的').click()
    await link(son, /^代办/).click()
    await arriveAt(son, '代办')
    await button(son, '登记一位家人').click()
    await arriveAt(son, '登记家人')
    await register(son)
    await button(son, '登记').click()
    await words(son, '请先看隐私保护指引').first().waitFor()
    await choice(son, /我看过指引/).click()
    await button(son, '登记').click()
    await arriveAt(son, '代办')
    await words(son, `等 ${NAME} 同意`).waitFor()
    expect(await digitsOn(son)).toMatch(/^\d{6}$/)
  })

  test('she sees who asks and is warned; only with his digits she lets him', async () => {
    mother = await openAs(browser, {
      url: cloud.url,
      openid: ELDER,
      build,
      look: { elder: true },
    })
    await button(mother, '看看是谁').click()
    await arriveAt(mother, '代办')
    await words(mother, '李建国，自称是您的儿子').waitFor()
    await words(mother, /陌生人打电话来要您输数字，请马上挂断/).waitFor()
    const digits = await digitsOn(son)
    await field(mother, /六位数字/).fill(digits === '111111' ? '222222' : '111111')
    await button(mother, '是我家人，让他办').click()
    await words(mother, /码不对/).waitFor()
    await field(mother, /六位数字/).fill(digits)
    await button(mother, '是我家人，让他办').click()
    await words(mother, '谁替我办事').waitFor()
    await button(mother, /^马上结束，不让李建国/).waitFor()
  })

  test('what he wrote for himself goes along when it turns out to be for her', async () => {
    await openAgain(son)
    await openServiceAndTime(son)
    await pick(son, '自己').waitFor()
    await typing(son).fill('儿子陪着来')
    await pick(son, NAME).click()
    await isActing(son).waitFor()
    await words(son, `${NAME}（您代办）`).waitFor()
    expect(await typing(son).inputValue()).toBe('儿子陪着来')
    await button(son, `确认给 ${NAME} 预约`).click()
    await words(son, `给 ${NAME} 约好了`).waitFor()
    expect(await hers()).toMatchObject([{ note: '儿子陪着来' }])
    const own = await cloud.as('demo-child').ok('booking.listMine', {})
    expect(own.items.filter(({ state }) => state === 'booked')).toEqual([])
  })

  test('all screens are hers until he leaves, also after the program was closed', async () => {
    await button(son, '回首页').click()
    await words(son, `${NAME}的首页`).waitFor()
    await openAgain(son)
    await isActing(son).waitFor()
    await tab(son, '我的').click()
    await link(son, `${NAME}的预约，有 1 个要去`).waitFor()
    expect(await link(son, /^我的手机号|^隐私/).count()).toBe(0)
    await button(son, /^退出代办/).click()
    await words(son, '李建国，您好').waitFor()
    expect(await isActing(son).count()).toBe(0)
    await link(son, new RegExp(`^替 ${NAME} 办事`)).click()
    await words(son, `${NAME}的首页`).waitFor()
  })

  test('her list shows the visit; she ends it, and he is refused at once', async () => {
    await button(son, '看预约').click()
    await arriveAt(son, `${NAME}的预约`)
    await button(mother, /^马上结束，不让李建国/).click()
    await mother.getByRole('dialog').getByRole('button', { name: '确定结束' }).click()
    await words(mother, '已经结束了。').waitFor()
    await button(son, /^取消预约/).click()
    await son.getByRole('dialog').getByRole('button', { name: '确定取消' }).click()
    await words(son, new RegExp(`不能再替 ${NAME} 办事了`)).waitFor()
    await words(son, '李建国，您好').waitFor()
    expect(await isActing(son).count()).toBe(0)
    expect(await hers()).toHaveLength(1)
    await button(son, '知道了').click()
    await expect.poll(() => words(son, /不能再替/).count()).toBe(0)
  })
})

/** From home to the confirm screen of the first free time of the health check. */
async function openServiceAndTime(page: Page): Promise<void> {
  await button(page, '全部服务').first().click()
  await arriveAt(page, '社区服务')
  await link(page, /老年人健康体检/).click()
  await arriveAt(page, '选日期和时间')
  await button(page, /，剩/).first().click()
  await arriveAt(page, '确认预约')
}

describe.each(BUILDS)('a daughter in another city, whom no community knows: %s', (build) => {
  test('registers her mother with her own name, and books once she was let', async () => {
    const cloud = await startTestCloud({ staticDir: rootOf(build) })
    const page = await openAs(browser, { url: cloud.url, openid: 'demo-newcomer', build })
    await button(page, '我只替家人办事').click()
    await arriveAt(page, '代办')
    await button(page, '登记一位家人').click()
    await arriveAt(page, '登记家人')
    await register(page)
    await pick(page, '女儿').click()
    await choice(page, /我看过指引/).click()
    await button(page, '登记').click()
    await words(page, '请写您自己的姓名。').waitFor()
    await field(page, '您自己的姓名').fill('李小梅')
    await button(page, '登记').click()
    await words(page, `等 ${NAME} 同意`).waitFor()

    const code = await digitsOn(page)
    const { asking } = await cloud.as(ELDER).ok('account.listHelping', {})
    expect(asking).toMatchObject([{ name: '李小梅', relation: 'daughter' }])
    const { requestId } = asking[0]!
    await cloud.as(ELDER).ok('account.confirmHelper', { requestId, code })

    await openAgain(page)
    await link(page, new RegExp(`^替 ${NAME} 办事`)).click()
    await words(page, `${NAME}的首页`).waitFor()
    await openServiceAndTime(page)
    await button(page, `确认给 ${NAME} 预约`).click()
    await words(page, `给 ${NAME} 约好了`).waitFor()
    await page.context().close()
    await cloud.close()
  })
})

test('whoever becomes another person of the demo acts for nobody', async () => {
  const cloud = await startTestCloud({ staticDir: rootOf('h5') })
  // Without the person that a test chooses at each load.
  const page = await browser.newPage()
  await page.goto(cloud.url)
  await words(page, /，您好$/).waitFor()
  await page.evaluate((name) => {
    const acting = { residentId: 'nobody', name, since: Date.now() }
    localStorage.setItem('linli.acting', JSON.stringify({ data: acting }))
  }, NAME)
  await page.locator('.person-bar select').selectOption('demo-resident')
  await words(page, '张伟，您好').waitFor()
  expect(await isActing(page).count()).toBe(0)
  await page.close()
  await cloud.close()
})
