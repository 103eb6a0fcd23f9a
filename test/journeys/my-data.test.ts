import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestCloud, type TestCloud } from '../support/cloud.ts'
import { callsOf } from '../weapp/runner/open.ts'
import {
  arriveAt,
  BUILDS,
  button,
  choice,
  link,
  openAs,
  rootOf,
  startBrowser,
  tab,
  words,
} from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser.close())

describe.each(BUILDS)('what is kept of oneself: %s', (build) => {
  let cloud: TestCloud
  let page: Page

  beforeEach(async () => {
    cloud = await startTestCloud({ staticDir: rootOf(build) })
    page = await openAs(browser, { url: cloud.url, openid: 'demo-elder', build })
    return async () => {
      await page.context().close()
      await cloud.close()
    }
  })

  const openMyData = async () => {
    await tab(page, '我的').click()
    await link(page, /^我的数据/).click()
    await arriveAt(page, '我的数据')
  }

  test('who looked at it is said in plain words, with the reason', async () => {
    const staff = cloud.as('demo-staff')
    const { residents } = await staff.ok('account.findResident', { name: '王秀兰' })
    const { residentId } = residents[0]!
    await staff.ok('account.revealResident', { residentId, fields: ['phone'], reason: 'visit' })
    await openMyData()
    await link(page, /^谁看过我的资料/).click()
    await arriveAt(page, '谁看过我的资料')
    await words(page, '社区工作者周敏看了您的电话').waitFor()
    await words(page, /上门走访$/).waitFor()
  })

  test('everything as a file, which opens', async () => {
    await openMyData()
    await button(page, '做成文件').click()
    await words(page, /^文件做好了：.+\.xlsx，\d+ KB$/).waitFor()
    if (build === 'h5') {
      const download = page.waitForEvent('download')
      await button(page, '打开文件').click()
      expect((await download).suggestedFilename()).toMatch(/\.xlsx$/)
      return
    }
    await button(page, '打开文件').click()
    await page.waitForFunction(() => window.phone.calls.some(({ api }) => api === 'openDocument'))
    expect(await callsOf(page, 'openDocument')).toEqual([
      expect.objectContaining({ fileType: 'xlsx', showMenu: true }),
    ])
  })

  test('erased: read first, then two taps, and what is left is said', async () => {
    await openMyData()
    await link(page, /^注销我的账号/).click()
    await arriveAt(page, '注销我的账号')
    await words(page, /^会删掉$/).waitFor()
    await button(page, '注销我的账号').click()
    await words(page, '请先勾选“我看清楚了，要注销”。').waitFor()
    await choice(page, '我看清楚了，要注销').click()
    await button(page, '注销我的账号').click()
    await page.getByRole('dialog').getByRole('button', { name: '确定注销' }).click()
    await words(page, /^已经注销$/).waitFor()
    await button(page, '回首页').click()
    await words(page, '欢迎来到邻里').waitFor()
    expect((await cloud.as('demo-elder').ok('account.me', {})).state).toBe('newcomer')
  })
})
