import { createHash, randomBytes } from 'node:crypto'

const digest = (parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex')

/** An id nobody can guess, 24 hex digits. */
export function newId(): string {
  return randomBytes(12).toString('hex')
}

/** What a tap asked for, to tell a repeated tap from a tapId used again for something else. 16 hex digits. */
export function fingerprint(op: string, input: unknown): string {
  return digest([op, stable(input)]).slice(0, 16)
}

/** JSON with keys in one order, whatever order the phone sent them in. */
function stable(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
