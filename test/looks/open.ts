import type { Page, Route as Request } from 'playwright-core'
import { ERROR_TEXT } from '../../types/contract/errors.text'
import type { Fault } from './limits.ts'
import { MONDAY_9 } from '../support/cloud.ts'
import type { Route } from '../../config/routes.mts'
import { visit } from '../../config/visit.mts'

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
  await visit(page, { url, route, untilLoaded: state !== 'loading' })
  if (bar) await page.locator('.person-bar').waitFor()
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
