import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EntryDoc } from '../../cloudfunctions/directory/directory.docs.ts'
import { inRepo } from '../../config/paths.mts'
import { openSlots, startTestCloud, type TestCloud } from '../support/cloud.ts'
import { allOf } from '../support/database.ts'
import { h5Root, openAs, startBrowser, type Look } from './browser.ts'
import { faultsOf, type Limits } from './measure.ts'

const SERVICE = 'chunxiao-health-check'

const NORMAL: Limits = { text: 14, target: 44, mainTarget: 44, contrast: 4.5 }
const ELDER: Limits = { text: 18, target: 48, mainTarget: 60, contrast: 7 }

const LOOKS: [string, Look, Limits][] = [
  ['normal', {}, NORMAL],
  ['dark', { dark: true }, NORMAL],
  ['elder', { elder: true }, ELDER],
  ['elder, dark', { elder: true, dark: true }, ELDER],
]

let cloud: TestCloud
let browser: Browser
let routes: string[]
/** What a route needs to show something. */
let params: Record<string, string>

beforeAll(async () => {
  cloud = await startTestCloud({ staticDir: h5Root })
  browser = await startBrowser()
  // Taro's config as it is, so that a new route is looked at without anyone adding it here.
  Object.assign(globalThis, { defineAppConfig: (config: unknown) => config })
  const { default: app } = (await import(inRepo('src/app.config.ts'))) as {
    default: { pages: string[] }
  }
  routes = app.pages
  const [first, second] = await openSlots(cloud, SERVICE, 'demo-elder')
  await cloud.as('demo-elder').ok('booking.reserve', { slotId: first!.slotId, note: '听力不好' })
  const entries = await allOf<EntryDoc>(cloud, 'directory')
  const code = entries.find(({ _id }) => _id === 'chunxiao-desk')!.code
  params = {
    'pages/service/index': `?serviceId=${SERVICE}`,
    'pages/confirm/index': `?serviceId=${SERVICE}&slotId=${second!.slotId}`,
    'pages/entry/index': '?entryId=chunxiao-desk',
    'pages/scan/index': `?scene=d${code}`,
  }
})
afterAll(async () => {
  await browser.close()
  await cloud.close()
})

describe.each(LOOKS)('every route can be read and tapped: %s', (_, look, limits) => {
  test.each(['demo-elder', 'demo-stranger'])('as %s', async (openid) => {
    const page = await openAs(browser, { url: cloud.url, openid, look })
    const faults: string[] = []
    for (const route of routes) {
      await page.goto(`${cloud.url}/#/${route}${params[route] ?? ''}`)
      await page.reload()
      await page.locator('.screen').waitFor()
      await page.locator('.skeleton').waitFor({ state: 'detached' })
      faults.push(...(await faultsOf(page, limits)).map((fault) => `${route}: ${fault}`))
    }
    await page.context().close()
    expect(faults).toEqual([])
  })
})
