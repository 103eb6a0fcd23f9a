import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { inRepo } from '../../../config/paths.mts'
import { startTestCloud } from '../../support/cloud.ts'
import { buildRunner } from './build.mts'
import { openInRunner, type RunnerOptions } from './open.ts'

/** A small mini-program in WeChat's own words, for what the runner must do whoever wrote the program. */
export async function serveFixture(browser: Browser) {
  const folder = mkdtempSync(join(tmpdir(), 'linli-runner-'))
  await buildRunner(inRepo('test/weapp/runner/fixture'), folder)
  const cloud = await startTestCloud({ staticDir: folder })
  return {
    cloud,
    open: (options: Partial<RunnerOptions> = {}): Promise<Page> =>
      openInRunner(browser, { url: cloud.url, openid: 'demo-elder', ...options }),
    close: async () => {
      await cloud.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
