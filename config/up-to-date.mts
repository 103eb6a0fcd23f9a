import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { inRepo } from './paths.mts'

export interface BuildInput {
  /** Files and folders, from the repository's root. */
  sources: readonly string[]
  /** Environment variables that change the result. */
  variables?: readonly string[]
  /** A file or folder that exists once it is built. */
  output: string
}

/** Builds only what changed: remembers, for each build, a digest of all it was made from. */
export async function buildIfChanged(
  name: string,
  { sources, variables = [], output }: BuildInput,
  build: () => void | Promise<void>,
): Promise<'built' | 'unchanged'> {
  const stamp = inRepo('dist/.stamps', name)
  const digest = digestOf([...sources, 'package-lock.json'], variables)
  const unchanged =
    existsSync(inRepo(output)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest
  if (unchanged) return 'unchanged'
  await build()
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, digest)
  return 'built'
}

function digestOf(paths: readonly string[], variables: readonly string[]): string {
  const hash = createHash('sha256')
  for (const name of variables) hash.update(`${name}=${process.env[name] ?? ''}\0`)
  for (const path of paths) addTo(hash, path)
  return hash.digest('hex')
}

function addTo(hash: ReturnType<typeof createHash>, path: string): void {
  const absolute = inRepo(path)
  if (statSync(absolute).isDirectory()) {
    for (const entry of readdirSync(absolute).sort()) addTo(hash, join(path, entry))
  } else {
    hash.update(path).update('\0').update(readFileSync(absolute))
  }
}
