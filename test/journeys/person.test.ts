import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestCloud, type TestCloud } from '../support/cloud.ts'
import { arriveAt, button, h5Root, openAs, startBrowser, words } from './browser.ts'

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

describe('who I am', () => {
  test('a visitor is the first person of the demo, and can become another', async () => {
    const page = await browser.newPage()
    await page.goto(cloud.url)
    await words(page, /，您好$/).waitFor()
    const first = await words(page, /，您好$/).textContent()
    await page.locator('.person-bar select').selectOption('demo-resident')
    await words(page, /，您好$/)
      .filter({ hasNotText: first ?? '' })
      .waitFor()
    expect(await page.locator('.person-bar select').inputValue()).toBe('demo-resident')
    await page.close()
  })

  test('a stranger is told how to join, and sees no card', async () => {
    const page = await openAs(browser, { url: cloud.url, openid: 'demo-stranger' })
    await words(page, '您还没有加入社区').waitFor()
    expect(await words(page, '可以约的服务').count()).toBe(0)
    await button(page, '加入社区').click()
    await arriveAt(page, '加入社区')
    await page.context().close()
  })

  test('a resident reads a new privacy policy once and agrees', async () => {
    const page = await openAs(browser, { url: cloud.url, openid: 'demo-owner' })
    await words(page, '请先看看隐私保护指引').waitFor()
    await button(page, '去看看').click()
    await arriveAt(page, '隐私保护指引')
    await button(page, '我同意').click()
    await words(page, /，您好$/).waitFor()
    expect(await words(page, '请先看看隐私保护指引').count()).toBe(0)
    const { privacy } = await cloud.as('demo-owner').ok('account.me', {})
    expect(privacy.agreed).toBe(privacy.current)
    await page.context().close()
  })

  test('elder mode is on after a tap, and still after opening again', async () => {
    const page = await browser.newPage()
    await page.goto(cloud.url)
    await button(page, /^长辈模式/).click()
    await page.locator('.screen.elder').waitFor()
    await page.reload()
    await page.locator('.screen.elder').waitFor()
    await button(page, '退出长辈模式').waitFor()
    await page.close()
  })
})
