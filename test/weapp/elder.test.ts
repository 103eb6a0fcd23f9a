import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startBrowser } from '../../config/browser.mts'
import { startTestCloud, type TestCloud } from '../support/cloud.ts'
import { callsOf, goTo, openInRunner, runnerRoot, topPlace } from './runner/open.ts'
import type { FontSize } from './runner/phone/settings.ts'

let cloud: TestCloud
let browser: Browser

beforeAll(async () => {
  cloud = await startTestCloud({ staticDir: runnerRoot })
  browser = await startBrowser()
})
afterAll(async () => {
  await browser.close()
  await cloud.close()
})

const openWith = (fontSize: FontSize) =>
  openInRunner(browser, { url: cloud.url, openid: 'demo-elder', look: { fontSize } })
const textOf = (page: Page) =>
  topPlace(page)
    .locator('.screen')
    .evaluate((screen) => parseFloat(getComputedStyle(screen).fontSize))

describe('elder mode, by the size that WeChat’s own text has', () => {
  test.each([
    ['normal', 17],
    ['large', 17],
    ['larger', 21],
    ['huge', 24],
    ['largest', 27],
  ] as const)('%s text of WeChat is text of %i px here', async (fontSize, px) => {
    const page = await openWith(fontSize)
    expect(await textOf(page)).toBe(px)
    await page.context().close()
  })

  test('what is chosen here counts from then on', async () => {
    const page = await openWith('largest')
    await topPlace(page).getByRole('button', { name: '退出长辈模式' }).click()
    await topPlace(page)
      .getByRole('button', { name: /^长辈模式/ })
      .waitFor()
    expect(await textOf(page)).toBe(17)
    await goTo(page, 'pages/reading/index')
    expect(await textOf(page)).toBe(17)
    await page.context().close()
  })
})

test.each([
  ['the community', /^给.+打电话/, /^[\d-]{7,}$/],
  ['120', '打 120 急救电话', /^120$/],
])('one tap on home calls %s', async (_, name, number) => {
  const page = await openWith('normal')
  await topPlace(page).getByRole('button', { name }).click()
  await expect
    .poll(() => callsOf(page, 'makePhoneCall'))
    .toEqual([expect.objectContaining({ phoneNumber: expect.stringMatching(number) as string })])
  await page.context().close()
})
