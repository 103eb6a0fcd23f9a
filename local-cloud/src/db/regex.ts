import { QueryRefused } from './errors'
import { fromPcre } from './pcre'
import { isBson, type Value } from './values'

/** The pattern and options of a stored or queried regular expression, or undefined. */
export function regexParts(value: Value): { pattern: string; options: string } | undefined {
  if (value instanceof RegExp) return { pattern: value.source, options: value.flags }
  if (isBson(value) && value._bsontype === 'BSONRegExp') {
    const regex = value as unknown as { pattern: string; options: string }
    return { pattern: regex.pattern, options: regex.options }
  }
  return undefined
}

/** What every text a pattern matches begins with: 'ab' for /^ab+/ and /^ab.*c/ ; '' when it can't be told. */
export function literalPrefix(pattern: string, options: string): string {
  if (!pattern.startsWith('^') || /[imx]/.test(options) || pattern.includes('|')) return ''
  const literal = /^\^((?:[^\\^$.*+?()[\]{}|]|\\[^A-Za-z0-9])*)/.exec(pattern)?.[1] ?? ''
  // A quantifier may take away the character before it.
  const optional = /^[*?{]/.test(pattern.slice(1 + literal.length))
  const points = [...literal.matchAll(/\\(.)|(.)/gsu)].map((part) => part[1] ?? part[2] ?? '')
  return (optional ? points.slice(0, -1) : points).join('')
}

const stripExtended = (pattern: string): string =>
  pattern.replace(/\\.|\[(?:\\.|[^\]])*\]|\s+|#.*$/gm, (part) => (/^[\s#]/.test(part) ? '' : part))

/** With u, so that a character is one to the dot too; without it where JavaScript finds that too strict. */
function compile(source: string, flags: string): RegExp {
  try {
    return new RegExp(source, `${flags}u`)
  } catch {
    return new RegExp(source, flags)
  }
}

/** Compiles a PCRE pattern: options i, m and s as they are, x by stripping, others (g, y, d) ignored. */
export function compileRegex(pattern: string, options: string): RegExp {
  let source = pattern
  let flags = options
  const inline = /^\(\?([imsx]+)\)/.exec(source)
  if (inline) {
    source = source.slice(inline[0].length)
    flags += inline[1]
  }
  if (flags.includes('x')) source = stripExtended(source)
  const kept = [...new Set(flags)].filter((flag) => 'ims'.includes(flag)).join('')
  source = fromPcre(source, kept.includes('m'))
  try {
    return compile(source, kept)
  } catch (error) {
    throw new QueryRefused(`Regular expression is invalid: ${(error as Error).message}`)
  }
}
