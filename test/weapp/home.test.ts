import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startBrowser } from '../../config/browser.mts'
import { startTestCloud, type TestCloud } from '../support/cloud.ts'
import { errorsOf, openInRunner, runnerRoot, setDataOf, topPlace } from './runner/open.ts'

let cloud: TestCloud
let browser: Browser
let page: Page

beforeAll(async () => {
  cloud = await startTestCloud({ staticDir: runnerRoot })
  browser = await startBrowser()
  page = await openInRunner(browser, { url: cloud.url, openid: 'demo-elder' })
})
afterAll(async () => {
  await browser.close()
  await cloud.close()
})

describe('home, in the mini-program as it ships', () => {
  test('shows the elder by name, and where she lives, from the cloud', async () => {
    await topPlace(page)
      .getByText(/，您好$/)
      .waitFor()
    await topPlace(page)
      .getByText(/社区.*号楼.*室/)
      .first()
      .waitFor()
  })

  test('sends at most 20 KB to the screen at first', async () => {
    const sizes = (await setDataOf(page)).map(({ bytes }) => bytes)
    console.log(`setData of home: ${sizes.join(', ')} bytes`)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(20 * 1024)
  })

  test('has one tab bar, the program’s own', async () => {
    expect(await topPlace(page).getByRole('tablist').count()).toBe(1)
    await topPlace(page).getByRole('tab', { name: '我的' }).click()
    await topPlace(page).getByText('字大小和朗读').waitFor()
    await topPlace(page).getByRole('tab', { name: '首页' }).click()
  })

  test('asks nothing of the phone that the phone has not', async () => {
    expect(await errorsOf(page)).toEqual([])
  })
})
