import { existsSync, readFileSync } from 'node:fs'
import { inRepo } from './paths.mts'

/**
 * The demo's key: public, for data that is made up. Functions refuse it, under this id and any other,
 * unless their database is on this machine (`isDemo` in cloudfunctions/shared/key-ring.rules.ts).
 */
export const DEMO_KEYS = `demo:${Buffer.from('linli demo key, open to everyone').toString('base64')}`

const unlessEmpty = (text = ''): string | undefined =>
  text.trim() === '' ? undefined : text.trim()

/** LINLI_KEYS of this machine: of the environment, or else of .env; undefined when neither has any. */
export function ownKeys(): string | undefined {
  return unlessEmpty(process.env.LINLI_KEYS) ?? keysOfFile(inRepo('.env'))
}

/** LINLI_KEYS of a file in the form of .env; its letters need no quotes, but may have them. */
export function keysOfFile(file: string): string | undefined {
  if (!existsSync(file)) return undefined
  const assignment = /^[ \t]*(?:export[ \t]+)?LINLI_KEYS[ \t]*=(.*)$/m
  const value = assignment.exec(readFileSync(file, 'utf8'))?.[1]?.trim()
  return unlessEmpty(value?.replace(/^(['"])(.*)\1$/, '$2'))
}
