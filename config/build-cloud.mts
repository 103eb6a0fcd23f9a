import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { COLLECTIONS } from '../cloudfunctions/shared/collections'
import { inRepo } from './paths.mts'

const SOURCE = inRepo('cloudfunctions')
const OUT = inRepo('dist/cloud')

/** The folders that become a cloud function each: those with an index.ts. `shared` has none. */
export const functionNames = (): string[] =>
  readdirSync(SOURCE).filter((name) => existsSync(join(SOURCE, name, 'index.ts')))

const sdkVersion = (): string => {
  const { dependencies } = JSON.parse(readFileSync(inRepo('package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  const version = dependencies['wx-server-sdk']
  if (!version) throw new Error('package.json does not name wx-server-sdk.')
  return version
}

/**
 * Builds every cloud function into dist/cloud/<name>/ as WeChat's tools upload it: index.js with all
 * but the SDK inside, package.json with the SDK's exact version, and config.json. The collections go
 * to dist/collections.json, for the local cloud and the deployment.
 */
export async function buildCloud(): Promise<void> {
  const names = functionNames()
  removeOthers(names)
  await build({
    entryPoints: names.map((name) => ({
      in: join(SOURCE, name, 'index.ts'),
      out: join(name, 'index'),
    })),
    outdir: OUT,
    bundle: true,
    platform: 'node',
    // The oldest Node.js that WeChat offers for cloud functions.
    target: 'node16',
    format: 'cjs',
    external: ['wx-server-sdk'],
    charset: 'utf8',
    logLevel: 'warning',
  })
  for (const name of names) {
    const folder = join(OUT, name)
    mkdirSync(folder, { recursive: true })
    cpSync(join(SOURCE, name, 'config.json'), join(folder, 'config.json'))
    const manifest = {
      name,
      version: '1.0.0',
      main: 'index.js',
      dependencies: { 'wx-server-sdk': sdkVersion() },
    }
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest, null, 2) + '\n')
  }
  writeFileSync(inRepo('dist/collections.json'), JSON.stringify(COLLECTIONS, null, 2) + '\n')
}

/** Functions that no longer exist go; the others are written over, so that a running cloud never finds them gone. */
function removeOthers(names: readonly string[]): void {
  if (!existsSync(OUT)) return
  for (const built of readdirSync(OUT)) {
    if (!names.includes(built)) rmSync(join(OUT, built), { recursive: true, force: true })
  }
}
