/**
 * `node config/run.cjs build runner`: takes dist/weapp as it is and writes dist/runner, a folder that
 * any file server can serve: phone.html runs the mini-program, simulate.html puts it into a frame.
 */
import { build } from 'esbuild'
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inRepo } from '../../../config/paths.mts'
import { filesOf, readProgram } from './compile/read-program.mts'
import { compileTemplates } from './compile/wxml.mts'

const CODE = /\.(js|wxml|wxss|wxs|json|map|txt)$/

export async function buildRunner(weapp: string, out: string): Promise<void> {
  if (!existsSync(join(weapp, 'app.json')))
    throw new Error('dist/weapp is missing: build it first.')
  const here = dirname(fileURLToPath(import.meta.url))
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  const files = filesOf(weapp)
  writeFileSync(join(out, 'program.json'), JSON.stringify(readProgram(weapp, files)))
  writeFileSync(
    join(out, 'templates.js'),
    `window.linliTemplates = ${compileTemplates(weapp, files)}\n`,
  )
  // Pictures and the like stay under their own paths.
  for (const file of files.filter((path) => !CODE.test(path))) {
    cpSync(join(weapp, file), join(out, 'files', file))
  }
  for (const page of ['phone', 'simulate']) {
    cpSync(join(here, page, `${page}.html`), join(out, `${page}.html`))
  }
  await build({
    entryPoints: [join(here, 'phone/phone.ts'), join(here, 'simulate/simulate.ts')],
    entryNames: '[name]',
    outdir: out,
    bundle: true,
    format: 'iife',
    target: 'chrome110',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.svg': 'dataurl' },
    logLevel: 'silent',
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildRunner(inRepo('dist/weapp'), inRepo('dist/runner'))
}
