import type { Receipt, ReceiptsDoc } from '../announcement.docs'

/** Lines of receipts page by page, in the order of the call list. */

/** Documents of people looked through for one page: up to 1,500 people. */
export const CHUNKS = 5

/** A line of the list, and where to read on after it. */
export interface Listed {
  lineId: string
  line: Receipt
  at: string
}

const SEPARATOR = '/'

/** Of a page: where its first document begins. */
export const orderOf = (after: string | undefined): string => after?.split(SEPARATOR)[0] ?? ''

interface Wanted {
  fits: (line: Receipt) => boolean
  after: string | undefined
  size: number
}

/**
 * The next lines that fit out of these documents, after `after`, and where the page after them begins; in each
 * document in the order of ids, which stays the same while lines change.
 */
export function nextPage(
  chunks: readonly ReceiptsDoc[],
  { fits, after, size }: Wanted,
): { lines: Listed[]; next?: string } {
  const listed = nextListed(chunks, { fits, after, size: size + 1 })
  const lines = listed.slice(0, size)
  const last = lines.at(-1)
  if (listed.length > size && last) return { lines, next: last.at }
  const lastChunk = chunks.at(-1)
  // After a document that was looked through to its end comes the next: no id sorts behind '~'.
  return chunks.length === CHUNKS && lastChunk
    ? { lines, next: `${lastChunk.order}${SEPARATOR}~` }
    : { lines }
}

function nextListed(chunks: readonly ReceiptsDoc[], { fits, after, size }: Wanted): Listed[] {
  const [from = '', behind = ''] = after?.split(SEPARATOR) ?? []
  const listed: Listed[] = []
  for (const { order, people } of chunks) {
    const ids = Object.keys(people).sort()
    for (const lineId of ids) {
      const line = people[lineId]
      if (!line || (order === from && lineId <= behind) || !fits(line)) continue
      listed.push({ lineId, line, at: order + SEPARATOR + lineId })
      if (listed.length === size) return listed
    }
  }
  return listed
}
