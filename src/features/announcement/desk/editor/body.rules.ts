import { BEGINS_TEXT } from './begins.text'

/** A body with the place where the next letter is typed. */
export interface Typed {
  body: string
  cursor: number
}

/** What the buttons over the body put in; `link` needs its words and where they lead. */
export type Mark = 'heading' | 'bold' | 'list' | 'numbers'

const lineStart = (body: string, cursor: number): number => body.lastIndexOf('\n', cursor - 1) + 1

function lineAt({ body, cursor }: Typed): { start: number; end: number; line: string } {
  const start = lineStart(body, cursor)
  const found = body.indexOf('\n', cursor)
  const end = found === -1 ? body.length : found
  return { start, end, line: body.slice(start, end) }
}

/** What stands before a line's words. */
const LINE_MARKS = { heading: '# ', list: '- ', numbers: '1. ' } as const
const ANY_LINE_MARK = /^(#{1,6} |- |\d{1,9}\. )/

/** Makes the cursor's line a heading or a point of a list; the same mark again takes it away. */
function markLine(typed: Typed, mark: keyof typeof LINE_MARKS): Typed {
  const { start, end, line } = lineAt(typed)
  const former = ANY_LINE_MARK.exec(line)?.[0] ?? ''
  const next = former === LINE_MARKS[mark] ? '' : LINE_MARKS[mark]
  const plain = line.slice(former.length)
  // Without an empty line before it, Markdown would read on in the paragraph above.
  const before = typed.body.slice(0, start)
  const above = before.slice(0, -1).slice(lineStart(before.slice(0, -1), start - 1))
  const inList = mark !== 'heading' && ANY_LINE_MARK.test(above)
  const gap = next !== '' && above !== '' && !inList ? '\n' : ''
  const body = before + gap + next + plain + typed.body.slice(end)
  return { body, cursor: before.length + gap.length + next.length + plain.length }
}

/** The words that stand bold until others are typed in their place. */
const BOLD_WORDS = BEGINS_TEXT.bold

export function withMark(typed: Typed, mark: Mark): Typed {
  if (mark !== 'bold') return markLine(typed, mark)
  return insert(typed, `**${BOLD_WORDS}**`)
}

export const withLink = (typed: Typed, words: string, address: string): Typed =>
  insert(
    typed,
    `[${words.replace(/[[\]]/g, '')}](${address.replace(/[\s()]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)})`,
  )

function insert({ body, cursor }: Typed, text: string): Typed {
  const at = Math.min(cursor, body.length)
  return { body: body.slice(0, at) + text + body.slice(at), cursor: at + text.length }
}

/** An address as it is typed, made whole: https:// before a site, tel: before a number. Nothing for others. */
export function addressOf(typed: string): string | undefined {
  const text = typed.trim()
  if (/^https?:\/\/[^\s]+$/i.test(text)) return text
  if (/^(tel:)?[\d-]{5,20}$/.test(text)) return `tel:${text.replace(/^tel:/, '')}`
  return /^[a-z0-9-]+(\.[a-z0-9-]+)+(\/[^\s]*)?$/i.test(text) ? `https://${text}` : undefined
}
