import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startBrowser } from '../../config/browser.mts'
import { readRoutes } from '../../config/routes.mts'
import { prepareRoutes } from '../../config/visit.mts'
import { startTestCloud, type TestCloud } from '../support/cloud.ts'
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

const LOOKS: [string, RunnerLook][] = [
  ['normal', {}],
  ['elder, dark, narrow', { elder: true, dark: true, width: 320 }],
]

const routes = await readRoutes()
const people = [...new Set(routes.map(({ person }) => person))]

let cloud: TestCloud
let browser: Browser

beforeAll(async () => {
  cloud = await startTestCloud({ staticDir: runnerRoot })
  browser = await startBrowser()
  await prepareRoutes(cloud.url, routes)
  await cloud.runTimer('ticker')
})
afterAll(async () => {
  await browser.close()
  await cloud.close()
})

test('every page of app.json is a route', () => {
  expect(routes.map(({ path }) => path)).toEqual(allPages())
})

describe.each(LOOKS)('every page of the mini-program as it ships: %s', (_, look) => {
  test.each(people)(
    'of %s opens without a fault; all that can be tapped has a name and a role',
    async (openid) => {
      const page = await openInRunner(browser, { url: cloud.url, openid, look })
      const faults: string[] = []
      let seen = 0
      for (const { path, query } of routes.filter(({ person }) => person === openid)) {
        await goTo(page, path + query)
        await topPlace(page).locator('.screen').waitFor()
        await topPlace(page).locator('.skeleton').waitFor({ state: 'detached' })
        const tappables = await tappablesOf(page)
        seen += tappables.length
        for (const { name, role, className, tag } of tappables) {
          if (name === '') faults.push(`${path}: a ${tag} .${className} has no name`)
          // WeChat's own buttons and fields have a role already.
          if (tag === 'view' && role === '')
            faults.push(`${path}: a ${tag} .${className} has no role`)
        }
        faults.push(...(await errorsOf(page)).map((error) => `${path}: ${error}`))
      }
      await page.context().close()
      expect(faults).toEqual([])
      expect(seen).toBeGreaterThan(0)
    },
  )
})
