import type { Browser, BrowserContext, Page } from 'playwright-core'
import { DESK_WIDTH, LOOKS, scriptOf, type Look } from './looks.mts'
import type { Route } from './routes.mts'
import { tapThrough, visit } from './visit.mts'

/** One picture of one route. */
export interface Picture {
  route: Route
  look: Look
  /** What is open over the page, by its name in `index.demo.ts`; nothing for the page itself. */
  opened: string
  width: number
  png: Buffer
}

const PHONE = { width: 375, height: 812 }
/** The longest picture, CSS px. */
const LONGEST = 6_000

/** Pictures of every route in every look, whole pages, as H5 shows them. */
export async function* picturesOfH5(
  browser: Browser,
  url: string,
  routes: readonly Route[],
): AsyncGenerator<Picture> {
  for (const look of LOOKS) {
    for (const person of new Set(routes.map((route) => route.person))) {
      const phone = await openPhone(browser, look, person)
      const page = await phone.newPage()
      for (const route of routes.filter((one) => one.person === person)) {
        for (const width of route.desk ? [PHONE.width, DESK_WIDTH] : [PHONE.width]) {
          for (const [opened, taps] of [['', []], ...Object.entries(route.opened)] as const) {
            await page.setViewportSize({ ...PHONE, width })
            await visit(page, { url, route })
            await tapThrough(page, taps)
            const png = await wholePage(page, width)
            yield { route, look, opened, width, png }
          }
        }
      }
      await phone.close()
    }
  }
}

/** A phone set to a look. Without people to choose from there is no bar: it shows what a resident sees. */
export async function openPhone(
  browser: Browser,
  look: Look,
  person: string,
  scale = 1,
): Promise<BrowserContext> {
  const phone = await browser.newContext({
    viewport: PHONE,
    deviceScaleFactor: scale,
    colorScheme: look.dark ? 'dark' : 'light',
    locale: 'zh-CN',
    reducedMotion: 'reduce',
  })
  await phone.addInitScript({ content: scriptOf(look, person) })
  await phone.route('**/people', (request) => request.fulfill({ json: [] }))
  return phone
}

/** Taro scrolls inside the page, so the window is made as high as what is in it. */
async function wholePage(page: Page, width: number): Promise<Buffer> {
  const heights = `[...document.querySelectorAll('.taro_page, html')].map((one) => one.scrollHeight)`
  const height = Math.max(...(await page.evaluate<number[]>(heights)), PHONE.height)
  await page.setViewportSize({ width, height: Math.min(height, LONGEST) })
  return page.screenshot()
}
