/**
 * `npm test`: provisions what the tests need beyond npm, builds everything, and runs every check and
 * test. Ends with `N passed, M failed`, and says before that how many tests of the conformance suite were skipped
 * when it has no real environment to run against; nothing else may be. `-- --only unit,cloud` runs a part.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runBuilds } from './builds.mts'
import { inRepo } from './paths.mts'
import { provideBrowser, provideChineseFont } from './provision.mts'
import { giveUp, sentenceOf } from './say.mts'

interface Counts {
  passed: number
  failed: number
  skipped?: number
}

/** Folders with a tsconfig.json of their own. */
const TYPED = [
  ...['.', 'src', 'local-cloud'],
  ...[
    'test/weapp',
    'test/journeys',
    'test/phone',
    'test/looks',
    'test/budgets',
    'test/budgets/empty-page',
  ],
]

/** Each step by its name. Checks count as one test each, test runs by their own numbers. */
const STEPS: Record<string, () => Promise<Counts>> = {
  types: () => command('tsc', ...TYPED.map((project) => ['-p', project])),
  lint: () => command('eslint', ['.']),
  format: () => command('prettier', ['--check', '--log-level', 'warn', '.']),
  imports: () =>
    command('depcruise', [
      ...['--config', '.dependency-cruiser.cjs', '--output-type', 'err'],
      ...['src', 'types', 'cloudfunctions', 'config', 'test', 'local-cloud/src'],
    ]),
  unit: () => vitest(['--project', 'unit']),
  phone: () => vitest(['--project', 'phone']),
  architecture: () => vitest(['--project', 'architecture']),
  cloud: () => vitest(['--project', 'cloud']),
  conformance: () => vitest(['--project', 'conformance'], 'skips are told'),
  'local-cloud': () => vitest(['--config', 'local-cloud/vitest.config.ts']),
  weapp: () => vitest(['--project', 'weapp']),
  looks: () => vitest(['--project', 'looks']),
  budgets: () => vitest(['--project', 'budgets']),
  journeys: () => vitest(['--project', 'journeys']),
}

/**
 * Steps that keep one core busy, and are run beside the cloud's, whose instances wait for each other much of the
 * time. What they print comes when they have ended. The others need the machine to themselves.
 */
const BESIDE = [
  'types',
  'lint',
  'format',
  'imports',
  'unit',
  'phone',
  'architecture',
  'conformance',
]
const ALONG = 'cloud'

/** Steps that need a Chromium and a Chinese font. */
const IN_A_BROWSER = ['local-cloud', 'weapp', 'looks', 'budgets', 'journeys']

/** Runs a tool of node_modules, once for each list of arguments; passed when all end with 0. */
async function command(tool: string, ...runs: string[][]): Promise<Counts> {
  for (const args of runs) {
    if ((await run(inRepo('node_modules/.bin', tool), args)) !== 0) return { passed: 0, failed: 1 }
  }
  return { passed: 1, failed: 0 }
}

/** Runs vitest and reads its own count. A run that ends without a report has failed; so has a skipped test, unless told. */
async function vitest(
  args: string[],
  skips: 'skips fail' | 'skips are told' = 'skips fail',
): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'linli-test-'))
  const report = join(folder, 'report.json')
  try {
    const reporters = ['--reporter', 'default', '--reporter', 'json', '--outputFile', report]
    const code = await run(inRepo('node_modules/.bin/vitest'), ['run', ...args, ...reporters])
    const { numPassedTests, numFailedTests, numFailedTestSuites, numPendingTests } = JSON.parse(
      readFileSync(report, 'utf8'),
    ) as Record<string, number>
    const told = skips === 'skips are told'
    const pending = numPendingTests ?? 0
    // A file that fails to load has no test that could fail; a skipped test has not passed.
    const failed = (numFailedTests ?? 0) + (told ? 0 : pending) || (numFailedTestSuites ?? 0)
    const counts = { passed: numPassedTests ?? 0, failed: failed || (code === 0 ? 0 : 1) }
    return told ? { ...counts, skipped: pending } : counts
  } catch (error) {
    console.error(`vitest gave no report: ${sentenceOf(error)}`)
    return { passed: 0, failed: 1 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Runs a program; what it prints is shown at once, or kept by the step that runs beside others. */
function run(file: string, args: readonly string[]): Promise<number> {
  const kept = printed.getStore()
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd: inRepo(),
      stdio: kept ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      shell: process.platform === 'win32',
    })
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => kept?.push(chunk))
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
}

const printed = new AsyncLocalStorage<Buffer[]>()

interface Outcome extends Counts {
  name: string
  seconds: number
}

async function step(name: string): Promise<Outcome> {
  const began = Date.now()
  const counts = (await STEPS[name]?.()) ?? { passed: 0, failed: 1 }
  return { ...counts, name, seconds: Math.round((Date.now() - began) / 1_000) }
}

/** Runs steps one after the other and keeps what they print. */
async function quietly(names: readonly string[]): Promise<{ outcomes: Outcome[]; text: Buffer }> {
  const kept: Buffer[] = []
  const outcomes: Outcome[] = []
  for (const name of names) {
    kept.push(Buffer.from(`\n== ${name}\n`))
    outcomes.push(await printed.run(kept, () => step(name)))
  }
  return { outcomes, text: Buffer.concat(kept) }
}

/** Runs the steps in their order, those that can be beside `ALONG` beside it. */
async function runSteps(names: readonly string[]): Promise<Outcome[]> {
  const beside = names.includes(ALONG) ? BESIDE.filter((name) => names.includes(name)) : []
  const outcomes: Outcome[] = []
  for (const name of names.filter((one) => !beside.includes(one))) {
    console.log(`\n== ${name}`)
    const others = name === ALONG ? quietly(beside) : undefined
    const outcome = await step(name)
    if (others) {
      const { outcomes: theirs, text } = await others
      process.stdout.write(text)
      outcomes.push(...theirs)
    }
    outcomes.push(outcome)
  }
  return outcomes
}

const sentence = ({ passed, failed, skipped = 0 }: Counts): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`

function chosenSteps(): string[] {
  const { only } = parseArgs({ options: { only: { type: 'string' } } }).values
  const names = only?.split(',') ?? Object.keys(STEPS)
  const unknown = names.find((name) => !(name in STEPS))
  if (unknown) giveUp(`There is no step "${unknown}". Steps: ${Object.keys(STEPS).join(', ')}.`)
  return names
}

try {
  const names = chosenSteps()
  if (names.some((name) => IN_A_BROWSER.includes(name))) {
    process.env.CHROMIUM_PATH = await provideBrowser()
    await provideChineseFont()
  }
  await runBuilds([
    'local cloud',
    'cloud functions',
    'H5 pages',
    'mini-program',
    'mini-program in a browser',
  ])
  if (names.includes('budgets')) await runBuilds(['empty page'])
  const outcomes = await runSteps(names)
  const total = { passed: 0, failed: 0, skipped: 0 }
  console.log('')
  for (const outcome of outcomes) {
    const { name, passed, failed, skipped = 0, seconds } = outcome
    total.passed += passed
    total.failed += failed
    total.skipped += skipped
    console.log(`${name.padEnd(14)} ${sentence(outcome)} in ${seconds} s`)
  }
  console.log('')
  if (total.skipped > 0) console.log(`${total.skipped} skipped: they need a real environment`)
  console.log(`${total.passed} passed, ${total.failed} failed`)
  process.exitCode = total.failed === 0 ? 0 : 1
} catch (error) {
  giveUp(sentenceOf(error))
}
