import { decodeText } from '../db/ejson'
import { UpdateRefused } from '../db/errors'
import { randomId } from '../db/ids'
import { MAX_DOCUMENT_BYTES } from '../db/limits'
import { refuseUnstorable } from '../db/storable'
import { isDoc, type Doc, type Value } from '../db/values'
import { BadLine, type NumberedText } from './json-lines'

/**
 * JSON.parse forgets that 5.0 was a double and rounds long integers, so such numbers are marked with
 * their type before it reads them.
 */
const withTypes = (text: string): string =>
  text.replace(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g, (token) => {
    if (token.startsWith('"')) return token
    const value = Number(token)
    if (/[.eE]/.test(token) || Object.is(value, -0))
      return Number.isInteger(value) ? `{"$numberDouble":"${token}"}` : token
    return Number.isSafeInteger(value) ? token : `{"$numberLong":"${token}"}`
  })

/** Reads one document as the console's import does; a missing `_id` is made. Throws BadLine. */
export function parseDocument({ line, text }: NumberedText): Doc {
  // A byte order mark is white space to nobody but JSON.parse's callers.
  const bare = line === 1 ? text.replace(/^\uFEFF/, '') : text
  if (bare.trimStart().startsWith('['))
    throw new BadLine(line, 'begins an array; each document has a line of its own, without commas')
  let value: Value
  try {
    value = decodeText(withTypes(bare))
  } catch (error) {
    throw new BadLine(line, `is not Extended JSON (${(error as Error).message})`)
  }
  if (!isDoc(value)) throw new BadLine(line, 'is not a document')
  if (bare.length > MAX_DOCUMENT_BYTES) throw new BadLine(line, 'is larger than 16 MB')
  const { _id = randomId(), ...rest } = value
  const doc = { _id, ...rest }
  try {
    refuseUnstorable(doc)
  } catch (error) {
    if (error instanceof UpdateRefused) throw new BadLine(line, `is refused: ${error.message}`)
    throw error
  }
  return doc
}
