/**
 * `npm run audit:verify -- --data DIR | --url URL | --env ID`: whether every chain of the audit trail is
 * what was sealed (docs/audit.md). One line for each; ends with 1 when one is not.
 * `--heads FILE` holds them to heads written down before; `--print-heads` prints those of now.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import * as v from 'valibot'
import type { Head } from '../cloudfunctions/shared/audit.docs'
import { verifyChain } from '../cloudfunctions/shared/audit.rules'
import { lineOf } from './audit-lines.mts'
import { type Database, openDatabase, readChains, readTrail, type Source } from './audit-trail.mts'
import { BUILDS } from './builds.mts'
import { giveUp, sentenceOf } from './say.mts'

const USAGE =
  'npm run -s audit:verify -- --data DIR | --url URL | --env ID [--heads FILE] [--print-heads] [--now ISO]'

const headsFile = v.array(
  v.object({
    chain: v.string(),
    day: v.pipe(v.string(), v.isoDate()),
    count: v.pipe(v.number(), v.integer(), v.minValue(1)),
    // Whoever copied it by hand may have stopped after 16 digits.
    hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{16,64}$/)),
  }),
)

function readArguments() {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean', default: false } as const
  try {
    return parseArgs({
      options: { data: text, url: text, env: text, heads: text, now: text, 'print-heads': flag },
    }).values
  } catch (error) {
    return giveUp(`${sentenceOf(error)}\nUsage: ${USAGE}`)
  }
}

function sourceOf({ data, url, env }: ReturnType<typeof readArguments>): Source {
  const given = [data && { data }, url && { url }, env && { env }].filter((one) => !!one)
  const [source] = given
  if (!source || given.length > 1) return giveUp(`Usage: ${USAGE}`)
  return source
}

function readHeadsFile(file: string): Head[] {
  try {
    return v.parse(headsFile, JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    return giveUp(`${file} holds no heads: ${sentenceOf(error)}`)
  }
}

/** Verifies every chain there is or was; answers the heads of now, and whether all is well. */
async function verifyAll(
  database: Database,
  kept: readonly Head[],
  now: number,
  say: (line: string) => void,
): Promise<{ ok: boolean; heads: Head[] }> {
  const chains = new Set([...(await readChains(database)), ...kept.map(({ chain }) => chain)])
  const heads: Head[] = []
  let ok = true
  if (chains.size === 0) say('There is no chain: nothing was recorded yet.')
  for (const chain of [...chains].sort()) {
    const trail = await readTrail(database, chain)
    const verdict = verifyChain({ ...trail, heads: [...trail.heads, ...kept] }, now)
    say(lineOf(verdict))
    ok &&= verdict.ok
    heads.push(...trail.heads.map(({ day, count, hash }) => ({ chain, day, count, hash })))
  }
  return { ok, heads }
}

const given = readArguments()
const source = sourceOf(given)
const kept = given.heads === undefined ? [] : readHeadsFile(given.heads)
const now = given.now === undefined ? Date.now() : Date.parse(given.now)
if (Number.isNaN(now)) giveUp('--now must be a time such as 2026-11-22T09:00:00+08:00.')

try {
  if ('data' in source) await BUILDS['local cloud']()
  const { database, close } = await openDatabase(source)
  try {
    // With the heads on stdout, so that they can go to a file, the lines are for the person.
    const say = given['print-heads'] ? console.error : console.log
    const { ok, heads } = await verifyAll(database, kept, now, say)
    if (given['print-heads']) console.log(JSON.stringify(heads, null, 2))
    process.exitCode = ok ? 0 : 1
  } finally {
    await close()
  }
} catch (error) {
  giveUp(sentenceOf(error))
}
