import { encodeText } from '../db/ejson'
import { isDoc, TypedNumber, type Doc, type Value } from '../db/values'

// The form of WeChat's cloud console, which is mongoexport's: a document a line, relaxed Extended
// JSON. Where the relaxed form would lose a type (a whole double, a long) the canonical one is used.

const FIRST_ISO = Date.parse('0000-01-01T00:00:00.000Z')
const LAST_ISO = Date.UTC(9999, 11, 31, 23, 59, 59, 999)

const isInt = (value: number): boolean => value === (value | 0) && !Object.is(value, -0)

function encode(value: Value): string {
  if (typeof value === 'number')
    return isInt(value) || (Number.isFinite(value) && !Number.isInteger(value))
      ? String(value)
      : encodeText(value)
  if (typeof value !== 'object' || value === null) return encodeText(value)
  if (value instanceof Date) return encodeDate(value)
  if (Array.isArray(value)) return `[${value.map(encode).join(',')}]`
  if (value instanceof TypedNumber || !isDoc(value)) return encodeText(value)
  const fields = Object.keys(value).flatMap((key) =>
    value[key] === undefined ? [] : [`${JSON.stringify(key)}:${encode(value[key])}`],
  )
  return `{${fields.join(',')}}`
}

function encodeDate(date: Date): string {
  const time = date.getTime()
  // Beyond these years an ISO time has a sign and six digits, which the console does not read.
  return time >= FIRST_ISO && time <= LAST_ISO
    ? `{"$date":"${date.toISOString()}"}`
    : `{"$date":{"$numberLong":"${time}"}}`
}

/** A document as one line of an export, without the line's end. */
export const encodeLine = (doc: Doc): string => encode(doc)

/** The text of one document and the number of the line it begins on, from 1. */
export interface NumberedText {
  line: number
  text: string
}

/** A line that can't be read; `reason` says why, without the line's number. */
export class BadLine extends Error {
  constructor(
    readonly line: number,
    readonly reason: string,
  ) {
    super(`line ${line}: ${reason}`)
  }
}

const NEWLINE = 0x0a

function* rawLines(chunks: Iterable<Buffer>): Generator<Buffer> {
  let rest: Buffer[] = []
  for (const chunk of chunks) {
    let from = 0
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      yield Buffer.concat([...rest, chunk.subarray(from, at)])
      rest = []
      from = at + 1
    }
    if (from < chunk.length) rest.push(Buffer.from(chunk.subarray(from)))
  }
  if (rest.length > 0) yield Buffer.concat(rest)
}

/**
 * How deep the braces and brackets of a text leave open; strings are passed over. An unfinished
 * string counts as nothing open: JSON has no line ends inside strings.
 */
function openDepth(text: string): number {
  let depth = 0
  for (const [mark] of text.matchAll(/"(?:[^"\\]|\\.)*"?|[{}[\]]/g)) {
    if (mark === '{' || mark === '[') depth++
    else if (mark === '}' || mark === ']') depth--
  }
  return depth
}

/**
 * The documents of a file as texts. Usually a line each; a document set over several lines, as the
 * console's guide prints one, is put together. Throws BadLine where bytes are not UTF-8.
 */
export function* documentTexts(chunks: Iterable<Buffer>): Generator<NumberedText> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let number = 0
  let begun: { line: number; texts: string[]; depth: number } | undefined
  for (const raw of rawLines(chunks)) {
    number++
    let text: string
    try {
      text = decoder.decode(raw)
    } catch {
      throw new BadLine(number, 'is not UTF-8')
    }
    if (begun === undefined && text.trim() === '') continue
    begun ??= { line: number, texts: [], depth: 0 }
    begun.texts.push(text)
    begun.depth += openDepth(text)
    if (begun.depth > 0) continue
    yield { line: begun.line, text: begun.texts.join('\n') }
    begun = undefined
  }
  if (begun !== undefined) yield { line: begun.line, text: begun.texts.join('\n') }
}
