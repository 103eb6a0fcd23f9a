import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startBrowser } from '../../config/browser.mts'
import { inRepo } from '../../config/paths.mts'
import { keep, note } from './figures.ts'
import { firstContent, median, serve } from './first-content.ts'

/** Runs of each, one after the other in turn, so that whatever else the machine does weighs on both. */
const RUNS = 7
const TIMES = 2.5

let browser: Browser

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser.close())

test('the first content of home comes soon, against that of an empty page built the same way', async () => {
  const ours = await serve(inRepo('dist/h5'))
  const empty = await serve(inRepo('dist/empty-page'))
  const times = { ours: [] as number[], empty: [] as number[] }
  // The browser's own first start counts for neither.
  await firstContent(browser, empty.url)
  for (let run = 0; run < RUNS; run++) {
    times.empty.push(await firstContent(browser, empty.url))
    times.ours.push(await firstContent(browser, ours.url))
  }
  ours.close()
  empty.close()
  const [home, base] = [median(times.ours), median(times.empty)]
  expect(base).toBeGreaterThan(0)
  note({ name: 'first content of home, CPU slowed 6 times', value: Math.round(home), unit: 'ms' })
  note({ name: 'first content of an empty Taro page', value: Math.round(base), unit: 'ms' })
  const ratio = Math.round((home / base) * 100) / 100
  keep({ name: 'home against the empty page', value: ratio, budget: TIMES, unit: 'times' })
})
