/**
 * `npm run permissions`: writes docs/permissions.md from the contract, and test/permissions/table.txt from
 * the answers of the functions as they run. The diff is what a reviewer reads; without it, the test fails.
 */
import { spawnSync } from 'node:child_process'
import { runBuilds } from './builds.mts'
import { inRepo } from './paths.mts'

await runBuilds(['local cloud', 'cloud functions'])
const { status } = spawnSync(
  process.execPath,
  [inRepo('node_modules/vitest/vitest.mjs'), 'run', '--project', 'cloud', 'test/permissions', '-u'],
  { cwd: inRepo(), stdio: 'inherit' },
)
process.exitCode = status ?? 1
