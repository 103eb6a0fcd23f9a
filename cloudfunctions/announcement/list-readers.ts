import { announcement } from '../../types/contract/announcement'
import { FIELD_TEXT } from '../../types/contract/fields.text'
import { LIMITS } from '../../types/contract/limits'
import { covers } from '../shared/access.rules'
import { refuse } from '../shared/errors'
import { handle } from '../shared/serve'
import { findAnnouncement } from './announcement.query'
import { isTheirs, presentDone } from './reading.rules'
import { nextPage, orderOf } from './receipts/line-pages.rules'
import { isAskedFor, sumOf } from './receipts/readers.rules'
import { findCallees, listChunks } from './receipts/receipts.query'

/** Whoever sees the sums may see whose they are; that they looked stands in the audit trail before this runs. */
export const listReaders = handle(
  announcement.listReaders,
  async ({ post }, { region, announcementId, after, ...askedFor }) => {
    const doc = await findAnnouncement(announcementId)
    if (!doc || !covers(region, doc.region) || !isTheirs(doc, post.role)) return refuse('NOT_FOUND')
    if (doc.publishedAt === undefined) return refuse('NOT_PUBLISHED')
    const { said, must } = doc
    const { title } = said
    // Of what asks nothing, nobody counts who has read it.
    if (!must) return { title, items: [] }
    if (askedFor.which === 'chose' && !must.choices?.includes(askedFor.choice ?? ''))
      return refuse('BAD_INPUT', { choice: FIELD_TEXT.chooseAgain })
    const sum = sumOf(askedFor, must)
    const chunks = await listChunks(
      announcementId,
      { whole: true },
      orderOf(after),
      sum && `counts.${sum}`,
    )
    const { lines, next } = nextPage(chunks, {
      fits: (line) => isAskedFor(line, askedFor, must),
      after,
      size: LIMITS.callPage,
    })
    const people = await findCallees(
      lines.flatMap(({ line }) => line.residentId ?? []),
      lines.flatMap(({ line }) => line.ref ?? []),
    )
    return {
      title,
      // Of who died or left, or was erased, nobody is named.
      items: lines.flatMap(({ lineId, line }) => {
        const person = people.get(lineId)
        return person
          ? [{ residentId: lineId, ...person, why: line.why, done: presentDone(line) }]
          : []
      }),
      ...(next === undefined ? {} : { next }),
    }
  },
)
