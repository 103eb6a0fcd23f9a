import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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
  tab,
  words,
} from './browser.ts'

let cloud: TestCloud
let browser: Browser
let page: Page

beforeAll(async () => {
  cloud = await startTestCloud({ staticDir: h5Root })
  browser = await startBrowser()
  page = await openAs(browser, { url: cloud.url, openid: 'demo-elder' })
})
afterAll(async () => {
  await browser.close()
  await cloud.close()
})

const textSize = () =>
  page.evaluate(() => parseFloat(getComputedStyle(document.querySelector('.screen')!).fontSize))

describe('elder mode', () => {
  test('one tap on home turns it on; on 我的 its text grows to 30 px, and both are remembered', async () => {
    await button(page, /^长辈模式/).click()
    expect(await textSize()).toBe(21)
    await tab(page, '我的').click()
    await link(page, /^字大小和朗读/).click()
    await pick(page, '最大').click()
    expect(await textSize()).toBe(30)
    await page.reload()
    await arriveAt(page, '字大小和朗读')
    expect(await textSize()).toBe(30)
    await pick(page, '更大').click()
  })

  test('one task a screen: what it is, which day, what time, is it right', async () => {
    await page.goto(cloud.url)
    await link(page, /^健康服务/).click()
    await arriveAt(page, '社区服务')
    expect(await pick(page, '健康服务').getAttribute('aria-checked')).toBe('true')
    await link(page, /^老年人健康体检/).click()
    await arriveAt(page, '服务介绍')
    await button(page, '选别的日期和时间').click()
    await arriveAt(page, '选哪一天')
    await pick(page, /11月25日 周三 有空/).click()
    await arriveAt(page, '选几点')
    await button(page, /，剩/).first().click()
    await arriveAt(page, '确认预约')
    await button(page, /要提前说些什么/).click()
    await choice(page, '听力不好').click()
    await button(page, '确认预约').click()
    await words(page, '约好了').waitFor()
  })
})

describe('the numbers of the family', () => {
  test('a wrong number is said to be one, and nothing that was typed is lost', async () => {
    await page.goto(`${cloud.url}/#/pages/family/index`)
    await arriveAt(page, '家人电话')
    await button(page, '存好').click()
    await words(page, /请先点一下是谁/).waitFor()
    await choice(page, '儿子').click()
    await page.getByRole('textbox', { name: '电话号码' }).fill('1380013800')
    await button(page, '存好').click()
    await words(page, /手机号是 11 位/).waitFor()
    await page.reload()
    expect(await page.getByRole('textbox', { name: '电话号码' }).inputValue()).toBe('1380013800')
  })

  test('once it is right, home calls at one tap; and it never left the phone', async () => {
    const sent: string[] = []
    page.on('request', (request) => sent.push(request.postData() ?? ''))
    await page.getByRole('textbox', { name: '电话号码' }).fill('138 0013 8000')
    await button(page, '存好').click()
    await words(page, '儿子的电话存好了。').waitFor()
    await page.goto(cloud.url)
    await button(page, '给儿子打电话').waitFor()
    expect(sent.filter((body) => body.includes('13800138000'))).toEqual([])
  })

  test('it goes after being asked once more', async () => {
    await page.goto(`${cloud.url}/#/pages/family/index`)
    await button(page, '删掉儿子').click()
    await page.getByRole('dialog').getByRole('button', { name: '删掉' }).click()
    await button(page, '存好').waitFor()
  })
})
