import { announcement } from '../../types/contract/announcement'
import { LIMITS } from '../../types/contract/limits'
import { readerIdOf } from '../shared/readings.rules'
import { handle } from '../shared/serve'
import { together } from '../shared/together'
import { searchedOf } from './writing/announced.rules'
import type { AnnouncementDoc, ReaderDoc } from './announcement.docs'
import { findReading } from './announcement.query'
import { textOf } from './writing/body.rules'
import { readerOf } from './reader.query'
import { isMeant, isOver, presentRow } from './reading.rules'
import { listFound, listRound, waysOf } from './finding/search.query'
import { excerptOf, joinRound } from './finding/search.rules'
import { isHit } from './finding/terms.rules'

/** Documents looked at in one search, whatever they are, besides the few that say who reads. */
const LOOKED_AT = 196
/** Rows looked at first: where what was typed is rare or often hit, they are enough. */
const FIRST = 50

/**
 * Goes from the newest to older ones by the rarest term of what was typed, reads of those that have all terms
 * the announcements themselves, and stops at a full page or when it has looked at enough; `next` goes on.
 */
export const search = handle(announcement.search, async (call, { text, after }) => {
  const { actor, subject, now } = call
  const [{ keys }, reading, ways] = await together([
    readerOf(call),
    findReading(readerIdOf(actor, subject)),
    waysOf(text),
  ])
  const reader: SearchReader = { keys, reading, now, text }
  const items: Hit[] = []
  let at = after
  let left = LOOKED_AT
  let size = FIRST
  while (ways.length > 0) {
    const each = Math.floor(size / ways.length)
    const found = await listRound(ways, { regions: regionsOf(keys), after: at, size: each })
    left -= found.reduce((sum, { rows }) => sum + rows.length, 0)
    const { maybe, next } = joinRound(found, each)
    const some = maybe.slice(0, Math.max(1, Math.min(left, 2 * LIMITS.announcementPage)))
    const docs = new Map((await listFound(some.map(({ _id }) => _id))).map((doc) => [doc._id, doc]))
    left -= docs.size
    for (const { _id, initials, listKey } of some) {
      const hit = hitOf(docs.get(_id), initials, reader)
      if (hit) items.push(hit)
      at = listKey
      if (items.length === LIMITS.announcementPage) return { items, next: at }
    }
    if (some.length === maybe.length) {
      if (next === undefined) return { items }
      at = next
    }
    // Of what is left, what may still be hits must be read as well.
    size = left - (LIMITS.announcementPage - items.length)
    if (size < FIRST) return { items, ...(at === undefined ? {} : { next: at }) }
  }
  return { items }
})

interface SearchReader {
  keys: readonly string[]
  reading: ReaderDoc | null
  now: number
  text: string
}

type Hit = ReturnType<typeof presentRow> & { excerpt?: string }

/** Whose places an announcement may have been published for; none of whoever reads public ones only. */
function regionsOf(keys: readonly string[]): string[] | undefined {
  if (keys.length === 0) return undefined
  return keys.filter((key) => !/[@:]/.test(key))
}

function hitOf(
  doc: AnnouncementDoc | undefined,
  initials: string,
  { keys, reading, now, text }: SearchReader,
): Hit | null {
  if (doc?.state !== 'published' || isOver(doc, now)) return null
  if (keys.length > 0 ? !isMeant(keys, doc) : !doc.public) return null
  const body = textOf(doc.said.blocks)
  if (!isHit(text, { text: searchedOf(doc), initials })) return null
  const excerpt = excerptOf(body, text)
  const row = presentRow(doc, { reading, keys, now })
  return { ...row, ...(excerpt === undefined ? {} : { excerpt }) }
}
