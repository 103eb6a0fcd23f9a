import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EntryDoc } from '../../cloudfunctions/directory/directory.docs.ts'
import { tokenOf } from '../../types/contract/printed-code.ts'
import { startTestCloud, type TestCloud } from '../support/cloud.ts'
import { allOf } from '../support/database.ts'
import { arriveAt, button, h5Root, openAs, startBrowser, words } from './browser.ts'

let cloud: TestCloud
let browser: Browser
let token: string
let elsewhere: string

beforeAll(async () => {
  cloud = await startTestCloud({ staticDir: h5Root })
  browser = await startBrowser()
  const entries = await allOf<EntryDoc>(cloud, 'directory')
  const codeOf = (entryId: string) => entries.find(({ _id }) => _id === entryId)!.code
  token = codeOf('chunxiao-desk')
  elsewhere = codeOf('wenchang-desk')
})
afterAll(async () => {
  await browser.close()
  await cloud.close()
})

/** The page as WeChat's own scanner opens it: cold, with the scene encoded. */
async function scanned(scene: string | undefined, openid = 'demo-elder'): Promise<Page> {
  const page = await openAs(browser, { url: cloud.url, openid })
  const query = scene === undefined ? '' : `?scene=${encodeURIComponent(encodeURIComponent(scene))}`
  await page.goto(`${cloud.url}/#/pages/scan/index${query}`)
  await page.reload()
  await arriveAt(page, '扫一扫')
  return page
}

const field = (page: Page) => page.locator('.taro_page').last().locator('input')

/** How often the page asked the cloud what a code is. */
const asked = async () =>
  (await cloud.calls()).filter(({ op }) => op === 'directory.resolveCode').length

describe('a code printed at a counter, read by WeChat’s scanner', () => {
  test.each(['demo-elder', 'demo-stranger'])('%s sees the office behind it', async (openid) => {
    const page = await scanned(`d${token}`, openid)
    await words(page, '春晓社区服务站').waitFor()
    await button(page, '给春晓社区服务站打电话，024-5550-0111').waitFor()
    await button(page, '看全部电话').click()
    await arriveAt(page, '电话与地址')
    await page.context().close()
  })

  test('of another community: she stands there, so she may read it', async () => {
    const page = await scanned(`d${elsewhere}`)
    await words(page, '文昌社区服务站').waitFor()
    await page.context().close()
  })

  test('that belongs to nothing says what to do, and lets her try another', async () => {
    const page = await scanned(`d${tokenOf('2222222')}`)
    await words(page, /^这个码用不了$/).waitFor()
    await button(page, '扫别的码').click()
    await field(page).fill(`d${token}`)
    await button(page, '查一查').click()
    await words(page, '春晓社区服务站').waitFor()
    await page.context().close()
  })

  test.each([
    ['one cut short', () => `d${token.slice(0, -1)}`, '这个码不完整'],
    ['one too long', () => `d${token.repeat(5)}`, '这个码不完整'],
    ['one with operators', () => 'd$ne', '这个码不完整'],
    ['one of a kind not known here', () => `z${token}`, '现在还认不出这个码'],
  ])('%s never reaches the cloud', async (_, scene, title) => {
    const before = await asked()
    const page = await scanned(scene())
    await words(page, title).waitFor()
    expect(await asked()).toBe(before)
    await button(page, '回首页').click()
    await words(page, /，您好$/).waitFor()
    await page.context().close()
  })

  test('without the net it says so, and tries again', async () => {
    const page = await openAs(browser, { url: cloud.url, openid: 'demo-elder' })
    await page.route('**/call/directory', (route) => route.abort('internetdisconnected'))
    await page.goto(`${cloud.url}/#/pages/scan/index?scene=d${token}`)
    await words(page, '现在连不上').waitFor()
    await page.unroute('**/call/directory')
    await button(page, '再试一次').click()
    await words(page, '春晓社区服务站').waitFor()
    await page.context().close()
  })
})

describe('the code by hand', () => {
  test('in small letters and with strokes, as she reads it off the label', async () => {
    const page = await scanned(undefined)
    await words(page, '请照着码下面的字输入').waitFor()
    expect(await button(page, '查一查').getAttribute('aria-disabled')).toBe('true')
    await field(page).fill(`d-${token.slice(0, 4)}-${token.slice(4)}`.toLowerCase())
    await field(page).press('Enter')
    await words(page, '春晓社区服务站').waitFor()
    await page.context().close()
  })

  test('a slip is seen beside what was typed, without a call, and can be mended', async () => {
    const before = await asked()
    const page = await scanned(undefined)
    const slip = `D${token.slice(0, -2)}${token.slice(-1)}${token.slice(-2, -1)}`
    await field(page).fill(slip)
    await button(page, '查一查').click()
    await words(page, '有一个字不对。请对着码再看一遍。').waitFor()
    expect(await asked()).toBe(before)
    expect(await field(page).inputValue()).toBe(slip)
    await field(page).fill(`D${token}`)
    expect(await words(page, '有一个字不对。请对着码再看一遍。').count()).toBe(0)
    await button(page, '查一查').click()
    await words(page, '春晓社区服务站').waitFor()
    await page.context().close()
  })

  test('of nothing: what was typed is still there on the way back', async () => {
    const page = await scanned(undefined)
    const unknown = `D${tokenOf('2222222')}`
    await field(page).fill(unknown)
    await button(page, '查一查').click()
    await button(page, '扫别的码').click()
    expect(await field(page).inputValue()).toBe(unknown)
    await page.context().close()
  })
})
