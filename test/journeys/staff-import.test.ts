import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { MINUTE, startTestCloud } from '../support/cloud.ts'
import {
  arriveAt,
  BUILDS,
  button,
  openAs,
  rootOf,
  startBrowser,
  words,
  type Build,
} from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser.close())

/** One who is new, and one without a name. */
const LIST = ['编号,姓名,楼号,单元,房号,手机', 'A1,赵一,3,2,601,13800138000', 'A2,,3,2,602,'].join(
  '\n',
)

/** The file as this machine's chooser gives it. */
async function give(page: Page, build: Build, name: string, text: string): Promise<void> {
  const file = { name, mimeType: 'text/csv', buffer: Buffer.from(text) }
  if (build === 'weapp') {
    await button(page, '选表格文件').click()
    return page.locator('input[type=file]').setInputFiles(file)
  }
  const chooser = page.waitForEvent('filechooser')
  await button(page, '选表格文件').click()
  await (await chooser).setFiles(file)
}

test.each(BUILDS)('a list is looked at before it is taken over: %s', async (build) => {
  const cloud = await startTestCloud({ staticDir: rootOf(build) })
  const route = 'pages/desk-import/index'
  const page = await openAs(browser, { url: cloud.url, openid: 'demo-staff', build, route })
  const found = async () =>
    (await cloud.as('demo-staff').ok('account.findResident', { name: '赵一' })).residents.length
  await arriveAt(page, '导入名册')

  await give(page, build, '名册.xls', LIST)
  await words(page, /^请选 xlsx 或 csv 表格/).waitFor()

  await give(page, build, '名册.csv', LIST)
  await words(page, '检查好了，还没有改动任何资料').waitFor()
  await words(page, '第3行').waitFor()
  await words(page, '没有姓名。请填上姓名。').waitFor()
  expect(await found()).toBe(0)

  await button(page, '确认导入1位').click()
  // The ticker applies what the call has begun.
  await words(page, '正在导入').first().waitFor()
  await cloud.advance(MINUTE)
  await words(page, '导入完成').waitFor()
  expect(await found()).toBe(1)

  await page.context().close()
  await cloud.close()
})
