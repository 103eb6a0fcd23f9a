import type { Locator, Page } from 'playwright-core'
import { type DemoTap, queryOf, type Route } from './routes.mts'

/** Makes the calls that give each route something to show, and completes its address by what they answered. */
export async function prepareRoutes(url: string, routes: readonly Route[]): Promise<void> {
  let taps = 0
  for (const route of routes) {
    const { path, person, before, params } = route
    const answers: unknown[] = []
    for (const tap of before) {
      const { op } = tap
      const response = await fetch(`${url}/call/${op.split('.')[0]}`, {
        method: 'POST',
        headers: { 'x-openid': tap.person ?? person },
        body: JSON.stringify({
          op,
          input: inputOf(tap, answers),
          tapId: `demo-tap-${++taps}`,
        }),
      })
      const { result } = (await response.json()) as {
        result?: { data?: unknown; error?: { code: string } }
      }
      if (!result || result.error) {
        const why = result?.error?.code ?? 'the call failed'
        throw new Error(`${op}, which src/${path}.demo.ts asks for, was refused: ${why}`)
      }
      answers.push(result.data)
    }
    route.query = queryOf(params, answers)
  }
}

const inputOf = ({ input }: DemoTap, answers: readonly unknown[]): unknown =>
  typeof input === 'function' ? (input as (answers: readonly unknown[]) => unknown)(answers) : input

let visits = 0

interface Visit {
  /** Where the H5 build and its cloud are. */
  url: string
  route: Route
  /** False to stay with what shows while it loads. */
  untilLoaded?: boolean
}

/** Opens a route in H5 as if it were the first thing that somebody does. */
export async function visit(page: Page, { url, route, untilLoaded = true }: Visit): Promise<void> {
  // Another address each time, since the same one with another hash would not load again.
  await page.goto(`${url}/?visit=${++visits}#/${route.path}${route.query}`)
  await page.locator('.screen').waitFor()
  if (untilLoaded) await page.locator('.skeleton').waitFor({ state: 'detached' })
  await settle(page)
}

/** Taps what opens something on a page, in order, by the words of the buttons, rows or choices. */
export async function tapThrough(page: Page, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const [button, ...others] = (['button', 'link', 'checkbox', 'radio'] as const).map((role) =>
      page.getByRole(role, { name }),
    ) as [Locator, ...Locator[]]
    await others
      .reduce((any, other) => any.or(other), button)
      .first()
      .click()
    await settle(page)
  }
}

/** Until fonts and the last frame are there. */
const settle = (page: Page) =>
  page.evaluate(
    `document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))))`,
  )
