import { compileRegex, regexParts } from '../regex'
import { compareStrings, numberOf, type Doc, type Value } from '../values'
import { fixed, named, nullish, refuseExpression, strict, typed, type Operator } from './scope'

/** A value as MongoDB's string operators take it: null and missing are empty, numbers and dates are printed. */
export function asText(value: Value): string {
  if (nullish(value)) return ''
  if (typeof value === 'string') return value
  if (numberOf(value) !== undefined) return String(numberOf(value))
  if (value instanceof Date) return value.toISOString()
  return refuseExpression(`can't convert from BSON type ${typed(value)} to String`)
}

function text(name: string, value: Value): string {
  return typeof value === 'string'
    ? value
    : refuseExpression(`${name} requires a string argument, found: ${typed(value)}`)
}

const ascii = (pattern: RegExp, change: (letter: string) => string) => (value: string) =>
  value.replace(pattern, change)
// MongoDB changes the case of ASCII letters only.
const lower = ascii(/[A-Z]+/g, (letters) => letters.toLowerCase())
const upper = ascii(/[a-z]+/g, (letters) => letters.toUpperCase())

const substrBytes = fixed('$substrBytes', 3, 3, ([value, start, length]) => {
  const bytes = Buffer.from(asText(value), 'utf8')
  const from =
    numberOf(start) ??
    refuseExpression(
      `$substrBytes: starting index must be a numeric type (is BSON type ${typed(start)})`,
    )
  const count =
    numberOf(length) ??
    refuseExpression(`$substrBytes: length must be a numeric type (is BSON type ${typed(length)})`)
  if (from < 0) refuseExpression('$substrBytes: starting index must be non-negative')
  const to = count < 0 ? bytes.length : Math.min(from + count, bytes.length)
  const isContinuation = (at: number): boolean => at < bytes.length && (bytes[at]! & 0xc0) === 0x80
  if (isContinuation(from))
    refuseExpression('$substrBytes: Invalid range, starting index is a UTF-8 continuation byte.')
  if (from < to && isContinuation(to))
    refuseExpression(
      '$substrBytes: Invalid range, ending index is in the middle of a UTF-8 character.',
    )
  return bytes.subarray(from, to).toString('utf8')
})

const substrPoints = fixed('$substrCP', 3, 3, ([value, start, length]) => {
  const from =
    numberOf(start) ?? refuseExpression('$substrCP: starting index must be a numeric type')
  const count = numberOf(length) ?? refuseExpression('$substrCP: length must be a numeric type')
  if (from < 0) refuseExpression('$substrCP: the starting index must be nonnegative integer.')
  if (count < 0) refuseExpression('$substrCP: length must be a nonnegative integer.')
  return [...asText(value)].slice(from, from + count).join('')
})

const indexOf = (name: string, unit: (value: string) => string[]): Operator =>
  fixed(name, 2, 4, ([value, wanted, start, end]) => {
    if (nullish(value)) return null
    const units = unit(text(name, value)).slice(0, numberOf(end) ?? undefined)
    const needle = unit(text(name, wanted))
    const from = numberOf(start) ?? 0
    if (from < 0) refuseExpression(`${name} requires a nonnegative start index, found: ${from}`)
    for (let i = from; i + needle.length <= units.length; i++)
      if (needle.every((part, k) => units[i + k] === part)) return i
    return -1
  })

const bytesOf = (value: string): string[] => [...Buffer.from(value, 'utf8').toString('latin1')]

const concat = fixed('$concat', 0, Infinity, (values) =>
  values.some(nullish)
    ? null
    : values
        .map((value) =>
          typeof value === 'string'
            ? value
            : refuseExpression(`$concat only supports strings, not ${typed(value)}`),
        )
        .join(''),
)

const split = strict('$split', 2, 2, ([value, by]) => {
  if (typeof value !== 'string')
    return refuseExpression(
      `$split requires an expression that evaluates to a string as a first argument, found: ${typed(value)}`,
    )
  if (typeof by !== 'string')
    return refuseExpression(
      `$split requires an expression that evaluates to a string as a second argument, found: ${typed(by)}`,
    )
  if (by === '') refuseExpression('$split requires a non-empty separator')
  return value.split(by)
})

const trim =
  (name: string, front: boolean, back: boolean): Operator =>
  (argument, compile) => {
    const { input, chars } = named(name, argument, compile, ['input'], ['chars'])
    return (scope) => {
      const value = input!(scope)
      if (nullish(value)) return null
      const points = [...text(name, value)]
      const set = chars ? new Set(asText(chars(scope))) : new Set(' \t\n\v\f\r\0\u00a0')
      let from = 0
      let to = points.length
      while (front && from < to && set.has(points[from]!)) from++
      while (back && to > from && set.has(points[to - 1]!)) to--
      return points.slice(from, to).join('')
    }
  }

const regex =
  (name: string, answer: (value: string, pattern: RegExp) => Value, missing: Value): Operator =>
  (argument, compile) => {
    const parts = named(name, argument, compile, ['input', 'regex'], ['options'])
    return (scope) => {
      const value = parts.input!(scope)
      const wanted = parts.regex!(scope)
      if (nullish(value) || nullish(wanted)) return missing
      const given = regexParts(wanted) ?? { pattern: text(name, wanted), options: '' }
      const options = parts.options?.(scope)
      const flags = typeof options === 'string' ? options : given.options
      return answer(
        text(name, value),
        new RegExp(
          compileRegex(given.pattern, flags),
          `g${compileRegex(given.pattern, flags).flags}`,
        ),
      )
    }
  }

const matchDoc = (value: string, found: RegExpMatchArray): Doc => ({
  match: found[0],
  idx: [...value.slice(0, found.index)].length,
  captures: found.slice(1).map((capture) => capture ?? null),
})

const replace =
  (name: string, everywhere: boolean): Operator =>
  (argument, compile) => {
    const parts = named(name, argument, compile, ['input', 'find', 'replacement'])
    return (scope) => {
      const values = [parts.input!, parts.find!, parts.replacement!].map((part) => part(scope))
      if (values.some(nullish)) return null
      const [value, wanted, by] = values.map((part) => text(name, part)) as [string, string, string]
      return everywhere ? value.replaceAll(wanted, () => by) : value.replace(wanted, () => by)
    }
  }

export const strings: Record<string, Operator> = {
  $concat: concat,
  $split: split,
  $indexOfBytes: indexOf('$indexOfBytes', bytesOf),
  $indexOfCP: indexOf('$indexOfCP', (value) => [...value]),
  $strLenBytes: fixed('$strLenBytes', 1, 1, ([value]) =>
    Buffer.byteLength(text('$strLenBytes', value)),
  ),
  $strLenCP: fixed('$strLenCP', 1, 1, ([value]) => [...text('$strLenCP', value)].length),
  $strcasecmp: fixed('$strcasecmp', 2, 2, ([a, b]) =>
    Math.sign(compareStrings(upper(asText(a)), upper(asText(b)))),
  ),
  $substr: substrBytes,
  $substrBytes: substrBytes,
  $substrCP: substrPoints,
  $toLower: fixed('$toLower', 1, 1, ([value]) => lower(asText(value))),
  $toUpper: fixed('$toUpper', 1, 1, ([value]) => upper(asText(value))),
  $trim: trim('$trim', true, true),
  $ltrim: trim('$ltrim', true, false),
  $rtrim: trim('$rtrim', false, true),
  $regexMatch: regex('$regexMatch', (value, pattern) => pattern.test(value), false),
  $regexFind: regex(
    '$regexFind',
    (value, pattern) => {
      const [first] = value.matchAll(pattern)
      return first ? matchDoc(value, first) : null
    },
    null,
  ),
  $regexFindAll: regex(
    '$regexFindAll',
    (value, pattern) => [...value.matchAll(pattern)].map((found) => matchDoc(value, found)),
    [],
  ),
  $replaceOne: replace('$replaceOne', false),
  $replaceAll: replace('$replaceAll', true),
}
