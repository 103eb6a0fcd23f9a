import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startBrowser } from '../../config/browser.mts'
import {
  DESK_WIDTH,
  LOOKS_BY_SETTING,
  PHONE_WIDTHS,
  scriptOf,
  type Look,
} from '../../config/looks.mts'
import type { Route } from '../../config/routes.mts'
import { prepareRoutes, tapThrough } from '../../config/visit.mts'
import { h5Root } from '../journeys/browser.ts'
import { startTestCloud, type TestCloud } from '../support/cloud.ts'
import { Findings } from './findings.ts'
import { focusFaultsOf } from './focus.ts'
import { ELDER, NORMAL } from './limits.ts'
import { axeFaultsOf, faultsOf, MEASURING } from './measure.ts'
import { openRoute, STATES, stateFaultsOf, type State } from './open.ts'

const HEIGHT = 740
/** Where what does not hang on the width is looked at: axe-core, and the way of the focus. */
const USUAL_WIDTH = 375
const STRANGER = 'demo-stranger'

let cloud: TestCloud
let browser: Browser
const phones = new Map<string, Promise<BrowserContext>>()

/**
 * A test for each route and setting, on a cloud and in a browser of their own. Two files share the routes, so that
 * two workers look at them side by side.
 */
export function lookAtRoutes(routes: readonly Route[]): void {
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

  const cases = routes.flatMap((route) =>
    LOOKS_BY_SETTING.map(
      (looks) =>
        [route.path, looks.map(({ name }) => name).join(' and '), { route, looks }] as const,
    ),
  )
  test.concurrent.each(cases)(
    '%s can be read, tapped and heard: %s',
    async (_, __, { route, looks }) => {
      const findings = new Findings()
      await lookInEachState(route, looks, findings)
      if (!isMiddling(looks)) await lookAsStranger(route, looks, findings)
      expect(findings.lines()).toEqual([])
    },
  )
}

type Looks = readonly [Look, ...Look[]]

/** As the person whose page it is, in every state, and with whatever opens on it. */
async function lookInEachState(route: Route, looks: Looks, findings: Findings): Promise<void> {
  const page = await openPhone(looks[0], route.person)
  for (const state of isMiddling(looks) ? (['loaded'] as const) : STATES) {
    const { called } = await openRoute(page, { url: cloud.url, route, state, bar: false })
    findings.add(await stateFaultsOf(page, state, called), state)
    await lookAt(page, { route, looks, findings, state })
  }
  for (const [name, taps] of Object.entries(route.opened)) {
    await openRoute(page, { url: cloud.url, route, state: 'loaded', bar: false })
    await tapThrough(page, taps)
    await lookAt(page, { route, looks, findings, state: name })
  }
  await page.close()
}

/** As somebody who belongs to no community yet. */
async function lookAsStranger(route: Route, looks: Looks, findings: Findings): Promise<void> {
  const page = await openPhone(looks[0], STRANGER)
  await openRoute(page, { url: cloud.url, route, state: 'loaded', bar: true })
  await lookAt(page, { route, looks, findings, state: 'to a stranger' })
  await page.close()
}

/** The screens of waiting and of failing are made of the same few parts everywhere. */
const isWaiting = (state: string): boolean =>
  state === 'loading' || state === 'failed' || state === 'offline'

/** They break, if anywhere, where there is least room; and where a desk's layout begins. */
function widthsOf({ desk }: Route, state: string): readonly number[] {
  const phones = isWaiting(state) ? PHONE_WIDTHS.slice(0, 1) : PHONE_WIDTHS
  return desk ? [...phones, DESK_WIDTH] : phones
}

/** Elder mode at its usual size lies between normal and the largest text, which are both looked at. */
const isMiddling = ([look]: Looks) => look.name === 'elder'

/** A new page on a phone set to a look; one phone is one browser context. */
async function openPhone(look: Look, person: string): Promise<Page> {
  const key = JSON.stringify([look.kept, person])
  const phone = phones.get(key) ?? startPhone(look, person)
  phones.set(key, phone)
  const page = await (await phone).newPage()
  page.setDefaultTimeout(15_000)
  return page
}

async function startPhone(look: Look, person: string): Promise<BrowserContext> {
  const phone = await browser.newContext({
    viewport: { width: USUAL_WIDTH, height: HEIGHT },
    locale: 'zh-CN',
    reducedMotion: 'reduce',
  })
  await phone.addInitScript({ content: scriptOf(look, person) })
  await phone.addInitScript({ content: MEASURING })
  return phone
}

interface Sight {
  route: Route
  looks: readonly Look[]
  findings: Findings
  state: State | (string & {})
}

/** Looks at what a page shows, in every look and width. */
async function lookAt(page: Page, { route, looks, findings, state }: Sight): Promise<void> {
  const widths = widthsOf(route, state)
  for (const look of looks) {
    const text = await page
      .locator('.screen')
      .evaluate((screen) => parseFloat(getComputedStyle(screen).fontSize))
    if (text < look.text) {
      findings.add([{ rule: 'text size', what: `${text} px`, where: 'running text' }], look.name)
    }
    await page.emulateMedia({ colorScheme: look.dark ? 'dark' : 'light' })
    for (const width of widths) {
      await page.setViewportSize({ width, height: HEIGHT })
      const faults = await faultsOf(page, look.elder ? ELDER : NORMAL)
      findings.add(faults, `${look.name}, ${width} px, ${state}`)
    }
  }
  if (isWaiting(state) && !looks.some(({ name }) => name === 'normal')) return
  // Neither hangs on the width, nor on the colours of the system beyond what the rules above ask of them.
  await page.setViewportSize({ width: USUAL_WIDTH, height: HEIGHT })
  findings.add(await axeFaultsOf(page), state)
  findings.add(await focusFaultsOf(page), state)
}
