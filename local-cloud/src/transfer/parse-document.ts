import { decodeText } from '../db/ejson'
import { randomId } from '../db/ids'
import { MAX_DOCUMENT_BYTES } from '../db/limits'
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

function fieldProblem(value: Value): string | undefined {
  if (Array.isArray(value)) return firstProblem(value)
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? 'a $date is not a time' : undefined
  if (!isDoc(value)) return undefined
  for (const key of Object.keys(value)) {
    if (key.startsWith('$')) return `the key ${JSON.stringify(key)} begins with $`
    if (key.startsWith('.') || key.endsWith('.') || key.includes('..'))
      return `the key ${JSON.stringify(key)} begins or ends with a dot, or has two in a row`
  }
  return firstProblem(Object.values(value))
}

function firstProblem(values: readonly Value[]): string | undefined {
  for (const value of values) {
    const problem = fieldProblem(value)
    if (problem !== undefined) return problem
  }
  return undefined
}

function idProblem(id: Value): string | undefined {
  if (id === null || Array.isArray(id) || id instanceof RegExp)
    return 'the _id may not be null, an array or a regular expression'
  return undefined
}

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
  const problem = idProblem(_id) ?? fieldProblem(rest)
  if (problem !== undefined) throw new BadLine(line, problem)
  return { _id, ...rest }
}
