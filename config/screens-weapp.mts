import type { Browser, Locator, Page } from 'playwright-core'
import { DESK_WIDTH, LOOKS } from './looks.mts'
import { inRepo } from './paths.mts'
import type { Route } from './routes.mts'
import type { Picture } from './screens-h5.mts'
import { tapThrough } from './visit.mts'

const PHONE = { width: 375, height: 812 }
/** The longest picture, CSS px. */
const LONGEST = 6_000

/** What is used of test/weapp/runner/open.ts. */
interface Runner {
  openInRunner: (
    browser: Browser,
    options: { url: string; openid: string; look: object; phone: object },
  ) => Promise<Page>
  goTo: (page: Page, route: string) => Promise<void>
  topPlace: (page: Page) => Locator
}

/** Found when it is needed: it looks at once for the build that it runs. */
const findRunner = async () => (await import(inRepo('test/weapp/runner/open.ts'))) as Runner

/** Pictures of every route in every look, whole pages, as the mini-program shows them in its runner. */
export async function* picturesOfWeapp(
  browser: Browser,
  url: string,
  routes: readonly Route[],
): AsyncGenerator<Picture> {
  const { goTo, openInRunner, topPlace } = await findRunner()
  for (const look of LOOKS) {
    for (const route of routes) {
      for (const width of route.desk ? [PHONE.width, DESK_WIDTH] : [PHONE.width]) {
        for (const [opened, taps] of [['', []], ...Object.entries(route.opened)] as const) {
          const page = await openInRunner(browser, {
            url,
            openid: route.person,
            look: { dark: look.dark, ...PHONE, width },
            phone: { storage: look.kept },
          })
          await goTo(page, route.path + route.query)
          await topPlace(page).locator('.skeleton').waitFor({ state: 'detached' })
          await tapThrough(page, taps)
          const png = await wholePage(page, width)
          await page.context().close()
          yield { route, look, opened, width, png }
        }
      }
    }
  }
}

/** The page scrolls between WeChat's bars, so the window is made as high as what is in it. */
async function wholePage(page: Page, width: number): Promise<Buffer> {
  const more = `(() => {
    const part = document.querySelector('.page-place:not(.is-away) .scroller')
    return part ? part.scrollHeight - part.clientHeight : 0
  })()`
  const height = PHONE.height + (await page.evaluate<number>(more))
  await page.setViewportSize({ width, height: Math.min(height, LONGEST) })
  return page.screenshot()
}
