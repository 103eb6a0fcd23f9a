import { QueryRefused } from './errors'

// MongoDB's regular expressions are PCRE's. What PCRE writes otherwise than JavaScript is rewritten
// here, piece by piece: an escape, a class of characters, a group's head, a single character.

const ESCAPE = String.raw`\\(?:x\{[0-9a-fA-F]+\}|.)`
const PIECE = new RegExp(
  String.raw`${ESCAPE}|\[\^?\]?(?:\[:\^?\w+:\]|${ESCAPE}|[^\]\\])*\]|\(\?P<|.`,
  'gsu',
)

const END = '(?![\\s\\S])'
const BLANKS = ' \\t\\u00a0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000'

const ESCAPES: Record<string, string> = {
  '\\A': '(?<![\\s\\S])',
  '\\z': END,
  '\\Z': `(?=\\n?${END})`,
  '\\h': `[${BLANKS}]`,
  '\\H': `[^${BLANKS}]`,
  '\\R': '(?:\\r\\n|[\\n\\v\\f\\r\\u0085\\u2028\\u2029])',
  '\\N': '[^\\n]',
  '\\a': '\\x07',
  '\\e': '\\x1b',
}

const POSIX: Record<string, string> = {
  alnum: 'A-Za-z0-9',
  alpha: 'A-Za-z',
  blank: ' \\t',
  cntrl: '\\x00-\\x1f\\x7f',
  digit: '0-9',
  lower: 'a-z',
  punct: '!-\\/:-@\\[-`{-~',
  space: '\\s',
  upper: 'A-Z',
  word: '\\w',
  xdigit: 'A-Fa-f0-9',
}

/** An escape that JavaScript writes otherwise; `inClass` within brackets. Throws QueryRefused. */
function escapeOf(piece: string, inClass: boolean): string {
  if (/^\\[uULl]/.test(piece))
    throw new QueryRefused(
      'Regular expression is invalid: PCRE does not support \\L, \\l, \\N{name}, \\U, or \\u',
    )
  const point = /^\\x\{(\w+)\}$/.exec(piece)?.[1]
  if (point !== undefined) {
    const code = parseInt(point, 16)
    if (code > 0x10ffff)
      throw new QueryRefused('Regular expression is invalid: character value in \\x{} is too large')
    return code > 0xff ? String.fromCodePoint(code) : `\\x${code.toString(16).padStart(2, '0')}`
  }
  if (!inClass) return ESCAPES[piece] ?? piece
  return piece === '\\h' ? BLANKS : piece
}

function classOf(piece: string): string {
  // A bracket that closes nothing stands for itself.
  const inner = piece.replace(/^(\[\^?)\]/, '$1\\]')
  return inner.replace(/\\(?:x\{[0-9a-fA-F]+\}|.)|\[:(\w+):\]/gsu, (part, name?: string) =>
    name === undefined ? escapeOf(part, true) : (POSIX[name] ?? part),
  )
}

/** A PCRE pattern as JavaScript reads it; `multiline` is option m. Throws QueryRefused. */
export function fromPcre(pattern: string, multiline: boolean): string {
  return pattern.replace(PIECE, (piece) => {
    if (piece === '$') return multiline ? piece : `(?=\\n?${END})`
    if (piece.startsWith('[') && piece.length > 1) return classOf(piece)
    if (piece.startsWith('\\')) return escapeOf(piece, false)
    return piece === '(?P<' ? '(?<' : piece
  })
}
