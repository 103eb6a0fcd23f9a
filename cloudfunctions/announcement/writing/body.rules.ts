import type { fromMarkdown } from 'mdast-util-from-markdown'
import type { Block, Run } from '../../../types/contract/announcement-content'

/** What a parsed body (mdast) is as blocks, which are all that a reader's phone knows how to show. */

export type Root = ReturnType<typeof fromMarkdown>
type RootContent = Root['children'][number]
type PhrasingContent = Extract<RootContent, { type: 'paragraph' }>['children'][number]

/** What a body has that it may not have, and in which line of it, from 1. */
export interface BodyFault {
  kind: 'badBody' | 'badLink'
  line: number
}

/** Thrown inside this file only: whatever is wrong ends the whole body. */
class Found extends Error {
  constructor(readonly fault: BodyFault) {
    super(fault.kind)
  }
}

/** `body` is what `root` was parsed from. */
export function blocksOf(root: Root, body: string): { blocks: Block[] } | { fault: BodyFault } {
  const table = lineOfTable(body)
  if (table !== null) return { fault: { kind: 'badBody', line: table } }
  try {
    return { blocks: root.children.flatMap((node) => blockOf(node, body)) }
  } catch (error) {
    if (error instanceof Found) return { fault: error.fault }
    throw error
  }
}

/** CommonMark has no tables: whoever draws one would see strokes. */
function lineOfTable(body: string): number | null {
  const at = body
    .split('\n')
    .findIndex((line) => /^\s*\|?(\s*:?-+:?\s*\|)+(\s*:?-+:?)?\s*$/.test(line))
  return at < 0 ? null : at + 1
}

const refused = (node: RootContent, kind: BodyFault['kind'] = 'badBody'): never => {
  throw new Found({ kind, line: node.position?.start.line ?? 1 })
}

function blockOf(node: RootContent, body: string): Block[] {
  if (node.type === 'heading') {
    const runs = oneLine(runsOf(node.children, body))
    return runs.length > 0 ? [{ kind: 'heading', runs }] : []
  }
  if (node.type === 'paragraph') {
    // A new line is one for whoever writes Chinese: a paragraph each.
    return linesOf(runsOf(node.children, body))
      .filter((runs) => runs.length > 0)
      .map((runs) => ({ kind: 'paragraph', runs }))
  }
  return node.type === 'list' ? listOf(node, body) : refused(node)
}

/** A list; one that does not begin with 1 keeps its numbers as words, since the phone counts from 1. */
function listOf(node: Extract<RootContent, { type: 'list' }>, body: string): Block[] {
  const items = node.children.map((item) => {
    const [only, ...more] = item.children
    if (only === undefined) return []
    if (only.type !== 'paragraph') return refused(only)
    if (more[0]) return refused(more[0])
    return oneLine(runsOf(only.children, body))
  })
  const ordered = node.ordered === true
  const { start } = node
  if (!ordered || start === 1 || typeof start !== 'number')
    return [{ kind: 'list', ordered, items }]
  return items.map((runs, n) => ({
    kind: 'paragraph',
    runs: joined([{ text: `${start + n}. ` }, ...runs]),
  }))
}

type Style = Omit<Run, 'text'>

function runsOf(nodes: readonly PhrasingContent[], body: string, style: Style = {}): Run[] {
  return joined(nodes.flatMap((node) => runOf(node, body, style)))
}

function runOf(node: PhrasingContent, body: string, style: Style): Run[] {
  if (node.type === 'text') return [{ ...style, text: node.value }]
  if (node.type === 'break') return [{ ...style, text: '\n' }]
  if (node.type === 'strong') return runsOf(node.children, body, { ...style, bold: true })
  if (node.type === 'link') {
    if (!isSafeLink(node.url)) return refused(node, 'badLink')
    return runsOf(node.children, body, { ...style, link: node.url })
  }
  if (node.type !== 'emphasis') return refused(node)
  // There is no italic in Chinese, and 3*4*5 means itself.
  const sign = { ...style, text: body.charAt(node.position?.start.offset ?? -1) }
  return [sign, ...runsOf(node.children, body, style), sign]
}

/** A link that a phone may open: a page, or a number to call. */
export const isSafeLink = (url: string): boolean =>
  /^(https?:\/\/[^\s<>"'\\]+|tel:\+?[0-9-]{3,20})$/i.test(url)

const BOLD = '**'

/**
 * `**今晚停水。**请储水` is not bold by CommonMark, which goes by blanks between words: two such signs that it left
 * in a line are a pair all the same, where something stands between them.
 */
function withBoldLeft(line: readonly Run[]): Run[] {
  const parts = line.flatMap((run) =>
    run.text
      .split(BOLD)
      .flatMap((text, n) => [...(n > 0 ? [{ ...run, text: BOLD }] : []), { ...run, text }]),
  )
  const filled = parts.filter(({ text }) => text !== '')
  const isSign = ({ text, bold }: Run) => text === BOLD && !bold
  const result: Run[] = []
  for (let from = 0; from < filled.length; from++) {
    const run = filled[from] as Run
    const to = isSign(run) ? filled.findIndex((one, n) => n > from && isSign(one)) : -1
    const between = filled.slice(from + 1, Math.max(to, from + 1))
    const words = between.map(({ text }) => text).join('')
    if (words === '' || words !== words.trim()) {
      result.push(run)
      continue
    }
    result.push(...between.map((one) => ({ ...one, bold: true as const })))
    from = to
  }
  return result
}

/** Without empty ones, and those of one style together. */
function joined(runs: readonly Run[]): Run[] {
  const result: Run[] = []
  for (const run of runs) {
    const last = result.at(-1)
    if (last && last.bold === run.bold && last.link === run.link) last.text += run.text
    else if (run.text !== '') result.push({ ...run })
  }
  return result
}

/** The runs of each line, without blanks at its ends. */
function linesOf(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]]
  for (const run of runs) {
    run.text.split('\n').forEach((text, n) => {
      if (n > 0) lines.push([])
      lines.at(-1)?.push({ ...run, text })
    })
  }
  return lines.map((line) => trimmed(joined(withBoldLeft(line))))
}

function trimmed(runs: Run[]): Run[] {
  const [first] = runs
  if (first) first.text = first.text.trimStart()
  const last = runs.at(-1)
  if (last) last.text = last.text.trimEnd()
  return runs.filter(({ text }) => text !== '')
}

/** All lines as one. */
const oneLine = (runs: readonly Run[]): Run[] =>
  trimmed(joined(linesOf(runs).flatMap((line, n) => [...(n > 0 ? [{ text: ' ' }] : []), ...line])))

/** What blocks say, a line each: for the search, and for reading aloud. */
export const textOf = (blocks: readonly Block[]): string =>
  blocks
    .flatMap((block) => (block.kind === 'list' ? block.items : [block.runs]))
    .map((runs) => runs.map(({ text }) => text).join(''))
    .join('\n')
