import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startBrowser } from '../../config/browser.mts'
import { startTestCloud, type TestCloud } from '../support/cloud.ts'
import { appJson } from './built-weapp.ts'
import { callsOf, openInRunner, runnerRoot, topPlace } from './runner/open.ts'

let cloud: TestCloud
let browser: Browser
let page: Page | undefined

beforeAll(async () => {
  cloud = await startTestCloud({ staticDir: runnerRoot })
  browser = await startBrowser()
})
afterEach(async () => {
  await page?.context().close()
  page = undefined
})
afterAll(async () => {
  await browser.close()
  await cloud.close()
})

async function openScan() {
  const opened = await openInRunner(browser, {
    url: cloud.url,
    openid: 'demo-elder',
    route: 'pages/scan/index',
    phone: { privacy: 'ask', scans: ['https://example.com'] },
  })
  page = opened
  const tap = (name: string) => topPlace(opened).getByRole('button', { name }).click()
  const sheet = opened.getByRole('dialog', { name: '先说明白，再使用' })
  await tap('打开相机扫码')
  await sheet.waitFor()
  return { page: opened, tap, sheet }
}

describe('WeChat asks before the camera, in the mini-program as it ships', () => {
  test('the package asks for its own sheet', () => {
    expect(appJson).toMatchObject({ __usePrivacyCheck__: true })
  })

  test('the sheet says why, with both policies to read; agreeing goes on to the camera', async () => {
    const { page, sheet } = await openScan()
    for (const name of ['看我们的隐私保护指引', '看微信里的隐私协议', '拒绝']) {
      expect(await sheet.getByRole('button', { name }).count()).toBe(1)
    }
    await sheet.getByRole('button', { name: '同意' }).click()
    await topPlace(page).getByText('这不是邻里的码').waitFor()
    expect(await callsOf(page, 'scanCode')).toHaveLength(1)
  })

  test('refusing leaves the page usable: the code can be typed', async () => {
    const { page, tap, sheet } = await openScan()
    await sheet.getByRole('button', { name: '拒绝' }).click()
    await sheet.waitFor({ state: 'detached' })
    await topPlace(page).locator('input').fill('D-XXXX')
    await tap('查一查')
    await topPlace(page)
      .getByText(/有一个字不对/)
      .waitFor()
  })
})
