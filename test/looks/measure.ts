import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { buildSync } from 'esbuild'
import type { Page } from 'playwright-core'
import { inRepo } from '../../config/paths.mts'
import type { Fault, Limits } from './limits.ts'

/** The rules as one script that runs in a page. */
const [{ text: RULES } = { text: '' }] = buildSync({
  entryPoints: [inRepo('test/looks/page/index.ts')],
  bundle: true,
  write: false,
  format: 'iife',
  target: 'es2022',
}).outputFiles

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What a page needs to be measured, for its start. */
export const MEASURING = `${RULES}\n${AXE}`

declare global {
  function linliFaultsOf(limits: Limits): Fault[]
}

/** All that breaks a limit on the page as it stands. */
export const faultsOf = (page: Page, limits: Limits): Promise<Fault[]> =>
  page.evaluate((given) => linliFaultsOf(given), limits)

interface AxeResults {
  violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[]
}

/** Rules of axe-core that do not fit, each with its reason. */
const NOT_ASKED: Record<string, string> = {
  region: 'a mini-program has no landmarks: WeChat draws its header and tab bar itself',
  'landmark-one-main': 'as above',
  'page-has-heading-one': 'home has none: WeChat draws the title',
  'label-content-name-mismatch':
    'experimental: it takes all the text of a row for its label, and Chinese has no spaces to compare by',
  'target-size':
    'it measures what a bar leaves free while the page is not scrolled; ours is stricter',
}

/** What axe-core finds: WCAG 2 A and AA, and its best practices. */
export const axeFaultsOf = (page: Page): Promise<Fault[]> =>
  page.evaluate(async (off) => {
    const { axe } = globalThis as unknown as {
      axe: { run: (where: Document, options: object) => Promise<AxeResults> }
    }
    const { violations } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      rules: Object.fromEntries(off.map((id) => [id, { enabled: false }])),
      resultTypes: ['violations'],
    })
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ html }) => ({
        rule: `axe: ${id}` as const,
        what: help,
        where: html.slice(0, 120),
      })),
    )
  }, Object.keys(NOT_ASKED))
