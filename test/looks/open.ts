import type { Page, Route as Request } from 'playwright-core'
import { ERROR_TEXT } from '../../types/contract/errors.text'
import type { Fault } from './limits.ts'
import { MONDAY_9 } from '../support/cloud.ts'
import type { Route } from '../../config/routes.mts'

/** What a screen can be in besides showing what it is for. */
export const STATES = ['loaded', 'loading', 'failed', 'offline'] as const
export type State = (typeof STATES)[number]

/** What the network does to a screen's calls in each state. */
const NETWORK: Record<Exclude<State, 'loaded'>, (request: Request) => unknown> = {
  // Never answered: the screen stays as it is while it waits.
  loading: () => undefined,
  failed: (request) =>
    request.fulfill({
      json: {
        result: {
          error: { code: 'INTERNAL', message: ERROR_TEXT.INTERNAL, requestId: 'a1b2c3d4' },
          now: MONDAY_9,
        },
      },
    }),
  offline: (request) => request.abort('internetdisconnected'),
}

let visits = 0

export interface Visit {
  url: string
  route: Route
  state: State
  /** With the bar of the demonstration, by which a visitor becomes another person. */
  bar: boolean
}

/** Opens a route as if it were the first thing that somebody does. Says whether it called the cloud. */
export async function openRoute(
  page: Page,
  { url, route, state, bar }: Visit,
): Promise<{ called: boolean }> {
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  if (!bar) await page.route('**/people', (request) => request.fulfill({ json: [] }))
  let called = false
  await page.route('**/call/**', (request) => {
    called = true
    return state === 'loaded' ? request.continue() : NETWORK[state](request)
  })
  // Another address each time, since the same one with another hash would not load again.
  await page.goto(`${url}/?visit=${++visits}#/${route.path}${route.query}`)
  await page.locator('.screen').waitFor()
  if (bar) await page.locator('.person-bar').waitFor()
  if (state !== 'loading') await page.locator('.skeleton').waitFor({ state: 'detached' })
  await settle(page)
  return { called }
}

/** What every screen shows while it waits, and when it cannot go on. */
const SHOWN_IN: Record<Exclude<State, 'loaded'>, string> = {
  loading: '.skeleton',
  failed: '.standstill [role="button"]',
  offline: '.standstill [role="button"]',
}

/** A screen that asks the cloud must say so while it waits, and must offer a way on when no answer comes. */
export async function stateFaultsOf(page: Page, state: State, called: boolean): Promise<Fault[]> {
  if (state === 'loaded' || !called) return []
  if (await page.locator(SHOWN_IN[state]).first().isVisible()) return []
  return [{ rule: 'nothing to see', what: `${SHOWN_IN[state]} is missing`, where: state }]
}

/** Taps what opens something over the page, in order. */
export async function tapThrough(page: Page, names: readonly string[]): Promise<void> {
  for (const name of names) {
    await page.getByRole('button', { name }).first().click()
    await settle(page)
  }
}

/** Until fonts and the last frame are there. */
export const settle = (page: Page) =>
  page.evaluate(async () => {
    await document.fonts.ready
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
  })
