import { randomBytes } from 'node:crypto'
import { sha256, stable } from './digest'

/** An id nobody can guess, 24 hex digits. */
export function newId(): string {
  return randomBytes(12).toString('hex')
}

/** What a tap asked for, to tell a repeated tap from a tapId used again for something else. 16 hex digits. */
export function fingerprint(op: string, input: unknown): string {
  return sha256(JSON.stringify([op, stable(input)])).slice(0, 16)
}
