import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** A path of the repository, absolute. */
export const inRepo = (...parts: string[]): string => join(ROOT, ...parts)
