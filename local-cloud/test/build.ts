import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Tests run what is shipped: the built package. */
export function setup(): void {
  execFileSync(process.execPath, [fileURLToPath(new URL('../build.mjs', import.meta.url))])
}
