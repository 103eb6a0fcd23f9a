import { BSONRegExp, EJSON, ObjectId } from 'bson'
import { isBson, type Doc, TypedNumber, type Value } from './values'

// Extended JSON without going through bson's own parser for the common types: that one is five
// times slower and forgets the difference between a whole double and an int.

const INT_MAX = 0x7fffffff
const INT_MIN = -0x80000000
const LONG_MAX = 2 ** 63

/** Where `{"$tcb_server_date":{"offset":..}}` becomes a date; without it the marker is left alone. */
export interface DecodeOptions {
  now?: number
}

const isInt = (value: number): boolean =>
  Number.isInteger(value) && value <= INT_MAX && value >= INT_MIN && !Object.is(value, -0)

const isLong = (value: number): boolean =>
  Number.isInteger(value) && Math.abs(value) < LONG_MAX && !Object.is(value, -0)

const WHOLE = /^-?\d+$/
const DOUBLE = /^(-?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?|-?Infinity|NaN)$/
const LARGEST_LONG = 2n ** 63n - 1n
const SMALLEST_LONG = -(2n ** 63n)

// A number that prints as its text needs no look at the text: rows are decoded by the thousand.
const prints = (value: number, text: string): boolean => String(value) === text

function decodeInt(text: string): number {
  const value = Number(text)
  if (prints(value, text) && isInt(value)) return value
  // -0 and 05 are whole numbers all the same.
  const whole = value === 0 ? 0 : value
  if (WHOLE.test(text) && isInt(whole)) return whole
  throw new SyntaxError(`$numberInt "${text}" is no 32-bit whole number`)
}

function decodeLong(text: string): Value {
  const value = Number(text)
  if (Number.isSafeInteger(value) && prints(value, text))
    return isInt(value) ? new TypedNumber('long', value, text) : value
  if (!WHOLE.test(text) || BigInt(text) > LARGEST_LONG || BigInt(text) < SMALLEST_LONG)
    throw new SyntaxError(`$numberLong "${text}" is no 64-bit whole number`)
  return new TypedNumber('long', value, String(BigInt(text)))
}

function decodeDouble(text: string): Value {
  const value = Number(text)
  if (!prints(value, text) && !DOUBLE.test(text))
    throw new SyntaxError(`$numberDouble "${text}" is no number`)
  return isLong(value) ? new TypedNumber('double', value, text) : value
}

function decodeDate(value: unknown): Date {
  const given =
    typeof value === 'object' && value !== null && '$numberLong' in value
      ? Number(value.$numberLong)
      : value
  const date = new Date(typeof given === 'number' || typeof given === 'string' ? given : NaN)
  if (Number.isNaN(date.getTime()))
    throw new SyntaxError(`a $date is not a time: ${JSON.stringify(value)}`)
  return date
}

function decodeServerDate(value: unknown, now: number): Date {
  const offset = (value as { offset?: unknown } | null)?.offset ?? 0
  const raw =
    typeof offset === 'object' && offset !== null ? (Object.values(offset)[0] as unknown) : offset
  return decodeDate(now + Number(raw))
}

/** The SDK sends a JavaScript regex's flags as they are; those of them BSON doesn't know are dropped. */
function decodeRegex(value: unknown): Value {
  const { pattern, options } = (value ?? {}) as { pattern?: unknown; options?: unknown }
  if (typeof pattern !== 'string') return undefined
  const known = [...new Set(typeof options === 'string' ? options : '')].filter((flag) =>
    'ilmsux'.includes(flag),
  )
  return new BSONRegExp(pattern, known.sort().join(''))
}

function decodeSpecial(key: string, doc: Record<string, unknown>, options: DecodeOptions): Value {
  const value = doc[key]
  switch (key) {
    case '$numberInt':
      return decodeInt(String(value))
    case '$numberLong':
      return decodeLong(String(value))
    case '$numberDouble':
      return decodeDouble(String(value))
    case '$date':
      return decodeDate(value)
    case '$oid':
      return new ObjectId(String(value))
    case '$tcb_server_date':
      return options.now === undefined ? undefined : decodeServerDate(value, options.now)
    case '$undefined':
      return null
    case '$regularExpression':
      return decodeRegex(value)
    case '$binary':
    case '$timestamp':
    case '$numberDecimal':
    case '$minKey':
    case '$maxKey':
    case '$uuid':
      return (EJSON.deserialize({ value: doc }, { relaxed: false }) as { value: Value }).value
    default:
      return undefined
  }
}

/** Turns parsed Extended JSON into values, in place. Operators such as `$gt` stay as they are. */
export function decodeValue(input: unknown, options: DecodeOptions = {}): Value {
  if (typeof input !== 'object' || input === null) return input as Value
  if (Array.isArray(input)) {
    for (let i = 0; i < input.length; i++) {
      const item: unknown = input[i]
      if (typeof item === 'object' && item !== null) input[i] = decodeValue(item, options)
    }
    return input as Value[]
  }
  const doc = input as Record<string, unknown>
  const keys = Object.keys(doc)
  const first = keys[0]
  if (first !== undefined && keys.length === 1 && first.charCodeAt(0) === 36) {
    const special = decodeSpecial(first, doc, options)
    if (special !== undefined) return special
  }
  for (const key of keys) {
    const item = doc[key]
    if (typeof item === 'object' && item !== null) doc[key] = decodeValue(item, options)
  }
  return doc as Doc
}

/** Parses one Extended JSON text. Throws SyntaxError when it is not JSON. */
export const decodeText = (text: string, options: DecodeOptions = {}): Value =>
  decodeValue(JSON.parse(text), options)

function encodeNumber(value: number): string {
  if (isInt(value)) return `{"$numberInt":"${value}"}`
  if (isLong(value)) return `{"$numberLong":"${BigInt(value)}"}`
  return `{"$numberDouble":"${Object.is(value, -0) ? '-0.0' : value}"}`
}

/** Canonical Extended JSON of a value; a missing field of a document is dropped. */
export function encodeText(value: Value): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') return encodeNumber(value)
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  return value === null || value === undefined ? 'null' : encodeObject(value)
}

function encodeObject(value: Exclude<Value, null | undefined | boolean | number | string>): string {
  if (Array.isArray(value)) return `[${value.map(encodeText).join(',')}]`
  if (value instanceof Date) return `{"$date":{"$numberLong":"${value.getTime()}"}}`
  if (value instanceof TypedNumber)
    return `{"$number${value.type === 'long' ? 'Long' : 'Double'}":"${value.text}"}`
  if (value instanceof ObjectId) return `{"$oid":"${value.toHexString()}"}`
  if (value instanceof RegExp || isBson(value))
    return EJSON.stringify({ value }, { relaxed: false }).slice('{"value":'.length, -1)
  let text = ''
  for (const key of Object.keys(value)) {
    const item = value[key]
    if (item === undefined || typeof item === 'function') continue
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${encodeText(item)}`
  }
  return `{${text}}`
}
