import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { inRepo } from '../../../config/paths.mts'
import { ELDER_KEY } from './app-keys.ts'
import { pagesOf, type Program } from './phone/program.ts'
import './phone/window.ts'
import type { FontSize, PhoneSettings } from './phone/settings.ts'
import type { Phone } from './phone/state.ts'
import type { Tappable } from './phone/tappables.ts'

/** The mini-program as it ships, with what runs it in a browser: served by the local cloud as `staticDir`. */
export const runnerRoot = inRepo('dist/runner')

/** Tests of an older build would prove nothing. */
function isCurrent(): boolean {
  if (!existsSync(join(runnerRoot, 'program.json'))) return false
  const { scripts } = JSON.parse(readFileSync(join(runnerRoot, 'program.json'), 'utf8')) as Program
  return Object.entries(scripts).every(([path, code]) => {
    const built = inRepo('dist/weapp', `${path}.js`)
    return existsSync(built) && readFileSync(built, 'utf8') === code
  })
}

if (!isCurrent()) {
  throw new Error('dist/runner is missing or not of this dist/weapp: run `npm run build:runner`.')
}

export interface RunnerLook {
  elder?: boolean
  dark?: boolean
  width?: number
  height?: number
  fontSize?: FontSize
}

export interface RunnerOptions {
  /** Of a local cloud whose `staticDir` is `runnerRoot`. */
  url: string
  openid: string
  look?: RunnerLook
  /** `pages/service/index?serviceId=x`; the program's first page when left out. */
  route?: string
  /** Anything else of the phone: consent, codes to scan, storage, platform ... */
  phone?: Partial<PhoneSettings>
}

/** The address of the mini-program on somebody's phone. */
export function addressOf({
  url,
  openid,
  look = {},
  route = '',
  phone = {},
}: RunnerOptions): string {
  const settings: Partial<PhoneSettings> = {
    openid,
    route,
    fontSize: look.fontSize ?? 'normal',
    ...phone,
    // What is not said is not stored: the program may then decide by the phone's text size.
    storage: {
      ...(look.elder === undefined ? {} : { [ELDER_KEY]: look.elder }),
      ...phone.storage,
    },
  }
  return `${url}/phone.html?phone=${encodeURIComponent(JSON.stringify(settings))}`
}

/** The mini-program in a browser of its own, at its first page or at `route`, once that page is ready. */
export async function openInRunner(browser: Browser, options: RunnerOptions): Promise<Page> {
  const { look = {} } = options
  const context = await browser.newContext({
    viewport: { width: look.width ?? 375, height: look.height ?? 740 },
    colorScheme: look.dark ? 'dark' : 'light',
    locale: 'zh-CN',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  await page.goto(addressOf(options))
  await untilReady(page)
  return page
}

/** Another page of the same program, without loading the program again. */
export async function goTo(page: Page, route: string): Promise<void> {
  await page.evaluate((to) => {
    window.phone.ready = false
    return window.hands.open(`/${to}`)
  }, route)
  await untilReady(page)
}

async function untilReady(page: Page): Promise<void> {
  await page.waitForFunction(() => window.phone?.ready || window.phone?.errors.length > 0)
  const errors = await errorsOf(page)
  if (errors.length > 0) throw new Error(`The mini-program failed: ${errors.join('; ')}`)
}

/** What the program threw, or asked of `wx` that is not there, since it was opened. */
export const errorsOf = (page: Page): Promise<string[]> => page.evaluate(() => window.phone.errors)

/** What the program asked of one API of `wx`, in order. */
export const callsOf = (page: Page, api: string): Promise<unknown[]> =>
  page.evaluate(
    (name) => window.phone.calls.filter((c) => c.api === name).map(({ options }) => options),
    api,
  )

/** Every setData so far: of which page or component, its bytes, and the milliseconds it took. */
export const setDataOf = (page: Page): Promise<Phone['setData']> =>
  page.evaluate(() => window.phone.setData)

/** All that can be tapped on the page in sight, with its name for a screen reader. */
export const tappablesOf = (page: Page): Promise<Tappable[]> =>
  page.evaluate(() => window.hands.tappables())

/** Every page of the program. */
export const routesOf = async (page: Page): Promise<string[]> =>
  pagesOf(await page.evaluate(() => window.phone.program.app))

/** The page in sight, without WeChat's bars; what lies below it is not in it. */
export const topPlace = (page: Page) => page.locator('.page-place:not(.is-away)')
