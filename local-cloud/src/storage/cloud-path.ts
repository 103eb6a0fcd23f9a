import { BUCKET, ENV_ID } from '../environment'

const PREFIX = `cloud://${ENV_ID}.${BUCKET}/`
/** As COS has it: the length of the path in UTF-8. */
const LONGEST_PATH = 850

/** `cloud://ENV.BUCKET/path`. */
export const fileIdOf = (path: string): string => PREFIX + path

/** The path a file id names; undefined when it is no file id of this environment. */
export function pathOf(fileId: string): string | undefined {
  if (!fileId.startsWith(PREFIX)) return undefined
  const path = fileId.slice(PREFIX.length)
  return wrongPath(path) === undefined ? path : undefined
}

/**
 * Why a path can't name a file, or undefined. Stricter than COS: what needs escaping in a URL, and
 * every way of saying "the folder above", is refused rather than cleaned up.
 */
export function wrongPath(path: unknown): string | undefined {
  if (typeof path !== 'string' || path === '') return 'cloudPath must be a non-empty string'
  if (Buffer.byteLength(path) > LONGEST_PATH) return `cloudPath is over ${LONGEST_PATH} bytes`
  if (path.startsWith('/')) return 'cloudPath must not begin with /'
  if (path.endsWith('/')) return 'cloudPath must not end with /'
  if (/[\u0000-\u001f\u007f]/.test(path)) return 'cloudPath must not hold control characters'
  if (/[\\%?#]/.test(path)) return 'cloudPath must not hold any of \\ % ? #'
  // A lone surrogate would become another character on its way.
  if (Buffer.from(path).toString() !== path) return 'cloudPath is not valid Unicode'
  for (const part of path.split('/')) {
    if (part === '') return 'cloudPath must not hold //'
    if (part === '.' || part === '..') return 'cloudPath must not hold . or .. as a folder'
  }
  return undefined
}
