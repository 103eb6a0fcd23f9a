/**
 * `npm run bench:phone`: what the phone's program weighs and costs, each figure beside its budget. They
 * are the figures that test/budgets keeps; ends with 1 when one is over.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runBuilds } from './builds.mts'
import { inRepo } from './paths.mts'
import { provideBrowser } from './provision.mts'
import { giveUp, sentenceOf } from './say.mts'

interface Figure {
  name: string
  value: number
  budget?: number
  unit: string
}

const folder = mkdtempSync(join(tmpdir(), 'linli-phone-'))
const file = join(folder, 'figures')

function measure(browser: string): Promise<{ code: number; said: string }> {
  const vitest = inRepo('node_modules/vitest/vitest.mjs')
  // One after the other: what is timed has the machine to itself.
  const args = [vitest, 'run', '--project', 'budgets', '--maxWorkers', '1']
  const env = { ...process.env, LINLI_FIGURES: file, CHROMIUM_PATH: browser }
  const child = spawn(process.execPath, args, { cwd: inRepo(), env })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code: code ?? 1, said }))
  })
}

function print({ name, value, budget, unit }: Figure): void {
  const over = budget !== undefined && value > budget
  const limit = budget === undefined ? '' : `of ${budget.toLocaleString('en')}`
  const line = `${name.padEnd(48)} ${value.toLocaleString('en').padStart(8)} ${unit.padEnd(5)} ${limit}`
  console.log(`${line.trimEnd()}${over ? '   OVER' : ''}`)
}

try {
  await runBuilds(['local cloud', 'cloud functions', 'H5 pages', 'mini-program', 'empty page'])
  const { code, said } = await measure(await provideBrowser())
  if (existsSync(file)) {
    const lines = readFileSync(file, 'utf8').trim().split('\n')
    for (const line of lines) print(JSON.parse(line) as Figure)
  }
  if (code !== 0) {
    console.error(said)
    process.exitCode = 1
  }
} catch (error) {
  giveUp(sentenceOf(error))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
