import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startBrowser } from '../support/browser.ts'
import { openSlots, startTestCloud, type TestCloud } from '../support/cloud.ts'
import { allPages } from './built-weapp.ts'
import {
  errorsOf,
  goTo,
  openInRunner,
  runnerRoot,
  tappablesOf,
  topPlace,
  type RunnerLook,
} from './runner/open.ts'

const SERVICE = 'chunxiao-health-check'

const LOOKS: [string, RunnerLook][] = [
  ['normal', {}],
  ['elder, dark, narrow', { elder: true, dark: true, width: 320 }],
]

let cloud: TestCloud
let browser: Browser
/** What a route needs to show something. */
let params: Record<string, string>

beforeAll(async () => {
  cloud = await startTestCloud({ staticDir: runnerRoot })
  browser = await startBrowser()
  const [first, second] = await openSlots(cloud, SERVICE, 'demo-elder')
  await cloud.as('demo-elder').ok('booking.reserve', { slotId: first!.slotId, note: '听力不好' })
  params = {
    'pages/service/index': `?serviceId=${SERVICE}`,
    'pages/confirm/index': `?serviceId=${SERVICE}&slotId=${second!.slotId}`,
  }
})
afterAll(async () => {
  await browser.close()
  await cloud.close()
})

describe.each(LOOKS)('every page of the mini-program as it ships: %s', (_, look) => {
  test('opens without a fault, and says the name of all that can be tapped', async () => {
    const page = await openInRunner(browser, { url: cloud.url, openid: 'demo-elder', look })
    const faults: string[] = []
    for (const route of allPages()) {
      await goTo(page, route + (params[route] ?? ''))
      await topPlace(page).locator('.screen').waitFor()
      await topPlace(page).locator('.skeleton').waitFor({ state: 'detached' })
      for (const { name, className, tag } of await tappablesOf(page)) {
        if (name === '') faults.push(`${route}: a ${tag} .${className} has no name`)
      }
      faults.push(...(await errorsOf(page)).map((error) => `${route}: ${error}`))
    }
    await page.context().close()
    expect(faults).toEqual([])
  })
})
