import type { fromMarkdown } from 'mdast-util-from-markdown'
import type { Root } from './body.rules'

/**
 * Left out of CommonMark: what whoever writes Chinese types without meaning it. Four blanks at the beginning of a
 * line are no code, and strokes below a line make it no heading.
 */
const UNMEANT = ['codeIndented', 'setextUnderline']

/** The tree of a body in Markdown (CommonMark). The parser is loaded when it is first needed. */
export async function parseBody(body: string): Promise<Root> {
  return parseBy((await import('mdast-util-from-markdown')).fromMarkdown, body)
}

/** The same, for a tool that has the parser. */
export const parseBy = (parse: typeof fromMarkdown, body: string): Root =>
  parse(body, { extensions: [{ disable: { null: UNMEANT } }] })
