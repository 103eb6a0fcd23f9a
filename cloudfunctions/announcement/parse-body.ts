import type { Root } from 'mdast'

/**
 * Left out of CommonMark: what whoever writes Chinese types without meaning it. Four blanks at the beginning of a
 * line are no code, and strokes below a line make it no heading.
 */
const UNMEANT = ['codeIndented', 'setextUnderline']

/** The tree of a body in Markdown (CommonMark). The parser is loaded when it is first needed. */
export async function parseBody(body: string): Promise<Root> {
  const { fromMarkdown } = await import('mdast-util-from-markdown')
  return fromMarkdown(body, { extensions: [{ disable: { null: UNMEANT } }] })
}
