import { isDoc, type Doc, type Value } from './values'

export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024
const SOFT_BYTES = 256 * 1024
const SOFT_MEMBERS = 500

function crowded(value: Value, path: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if (!Array.isArray(value) && !isDoc(value)) return undefined
  const keys = Array.isArray(value) ? value.length : Object.keys(value).length
  if (path !== '' && keys > SOFT_MEMBERS) return `${path} has ${keys} members`
  if (Array.isArray(value)) {
    for (const item of value) {
      const found = crowded(item, path)
      if (found) return found
    }
    return undefined
  }
  for (const key of Object.keys(value)) {
    const found = crowded(value[key], path === '' ? key : `${path}.${key}`)
    if (found) return found
  }
  return undefined
}

/** Why a document is larger than one should be (a warning, not a refusal), or undefined. */
export function softLimit(doc: Doc, text: string): string | undefined {
  if (text.length > SOFT_BYTES) {
    const bytes = Buffer.byteLength(text)
    if (bytes > SOFT_BYTES)
      return `is ${Math.round(bytes / 1024)} KB as Extended JSON (over 256 KB)`
  }
  const members = crowded(doc, '')
  return members && `${members} (over ${SOFT_MEMBERS})`
}
