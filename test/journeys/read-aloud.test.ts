import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readRoutes } from '../../config/routes.mts'
import { prepareRoutes, visit } from '../../config/visit.mts'
import { startTestCloud, type TestCloud } from '../support/cloud.ts'
import { button, h5Root, openAs, startBrowser } from './browser.ts'

const routes = await readRoutes()
/** Where there is nothing to read but names to tap and fields to fill. */
const WITHOUT_TEXT = ['me', 'pick-day', 'pick-time', 'family', 'desk', 'scan']

let cloud: TestCloud
let browser: Browser

beforeAll(async () => {
  cloud = await startTestCloud({ staticDir: h5Root })
  browser = await startBrowser()
  await prepareRoutes(cloud.url, routes)
  await cloud.runTimer('ticker')
})
afterAll(async () => {
  await browser.close()
  await cloud.close()
})

/** A machine in a test has no voice: what it would say is written down, and never ends by itself. */
const VOICE = `
  window.spoken = []
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text } }
  Object.defineProperty(window, 'speechSynthesis', { value: {
    speak: ({ text }) => window.spoken.push(text),
    cancel: () => window.spoken.push('stop'),
    getVoices: () => [{ lang: 'zh-CN' }],
    addEventListener() {}, removeEventListener() {},
  } })`

test('every screen with words reads them out at one tap, and stops at the next', async () => {
  const page = await openAs(browser, {
    url: cloud.url,
    openid: 'demo-elder',
    look: { elder: true },
  })
  await page.context().addInitScript({ content: VOICE })
  const spoken = () => page.evaluate<string[]>('window.spoken')
  for (const route of routes) {
    const name = route.path.split('/')[1]!
    if (route.person !== 'demo-elder' || WITHOUT_TEXT.includes(name)) continue
    await visit(page, { url: cloud.url, route })
    await button(page, '念给我听').click()
    await button(page, '停下来').waitFor()
    expect((await spoken()).join(''), name).toMatch(/[\u4e00-\u9fff]{2,}/)
    await button(page, '停下来').click()
    await button(page, '念给我听').waitFor()
    expect((await spoken()).at(-1), name).toBe('stop')
  }
  await page.context().close()
})
