// Bundles src into dist/{index,cli}.js, ESM for Node 20, and dist/worker.cjs, which each instance starts with: as
// CommonJS it loads in less time. npm packages are left external.
import { build } from 'esbuild'
import { chmod, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('.', import.meta.url))

await rm(`${here}dist`, { recursive: true, force: true })
const settings = {
  absWorkingDir: here,
  outdir: 'dist',
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node20',
  sourcemap: true,
  logLevel: 'warning',
}
await build({ ...settings, entryPoints: ['src/index.ts', 'src/cli.ts'], format: 'esm' })
await build({
  ...settings,
  entryPoints: ['src/worker.ts'],
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
})
await chmod(`${here}dist/cli.js`, 0o755)
