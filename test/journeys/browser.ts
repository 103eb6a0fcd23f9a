import { existsSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { inRepo } from '../../config/paths.mts'
import { openInRunner, runnerRoot } from '../weapp/runner/open.ts'

export { startBrowser } from '../../config/browser.mts'

/** The pages as a browser loads them. */
export const h5Root = inRepo('dist/h5')

if (!existsSync(inRepo('dist/h5/index.html'))) {
  throw new Error('dist/h5 is missing: run `npm run build:h5` first.')
}

/** The builds that a journey walks through: the pages of a browser, and the mini-program as it ships. */
export type Build = 'h5' | 'weapp'
export const BUILDS: Build[] = ['h5', 'weapp']

/** What a cloud serves, so that `openAs` finds a build there. */
export const rootOf = (build: Build): string => (build === 'h5' ? h5Root : runnerRoot)

export interface Look {
  elder?: boolean
  dark?: boolean
  width?: number
}

interface Opened {
  url: string
  openid: string
  look?: Look
  build?: Build
  /** `pages/service/index?serviceId=x`; home when left out. */
  route?: string
  /** What WeChat's scanner will see, one after the other: in weapp only. */
  scans?: string[]
}

/** A phone in somebody's hand. */
export async function openAs(
  browser: Browser,
  { url, openid, look = {}, build = 'h5', route = '', scans = [] }: Opened,
): Promise<Page> {
  if (build === 'weapp')
    return openInRunner(browser, { url, openid, look, route, phone: { scans } })
  const context = await browser.newContext({
    viewport: { width: look.width ?? 375, height: 740 },
    colorScheme: look.dark ? 'dark' : 'light',
    locale: 'zh-CN',
  })
  await context.addInitScript(
    ([person, elder]) => {
      localStorage.setItem('linli.openid', person)
      // Taro keeps a value in H5 as { data }.
      if (localStorage.getItem('linli.elder') === null)
        localStorage.setItem('linli.elder', JSON.stringify({ data: elder }))
    },
    [openid, look.elder ?? false] as const,
  )
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  await page.goto(route ? `${url}/#/${route}` : url)
  return page
}

/** The screen in sight, in either build: those below it, and the other tabs, stay in the document. */
const top = (page: Page) =>
  page.locator('.taro_page, .page-place:not(.is-away)').filter({ visible: true }).last()

export const button = (page: Page, name: string | RegExp) => top(page).getByRole('button', { name })
export const link = (page: Page, name: string | RegExp) => top(page).getByRole('link', { name })
/** One of the four roots. */
export const tab = (page: Page, name: string | RegExp) => top(page).getByRole('tab', { name })
export const choice = (page: Page, name: string | RegExp) =>
  top(page).getByRole('checkbox', { name })
/** One of several of which exactly one is chosen. */
export const pick = (page: Page, name: string | RegExp) => top(page).getByRole('radio', { name })
export const words = (page: Page, text: string | RegExp) => top(page).getByText(text)
/** One line to type into. */
export const field = (page: Page, name: string | RegExp) => top(page).getByRole('textbox', { name })
export const typing = (page: Page) => top(page).locator('textarea')

/** Waits until a screen has come: a tap before would go to the one below. */
export const arriveAt = (page: Page, title: string) =>
  top(page).getByRole('heading', { name: title }).waitFor()
