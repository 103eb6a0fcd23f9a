import { announcement } from '../../types/contract/announcement'
import { covers } from '../shared/access.rules'
import { refuse } from '../shared/errors'
import { handle } from '../shared/serve'
import { together } from '../shared/together'
import { findAnnouncement } from './announcement.query'
import { isTheirs } from './reading.rules'
import { isMaking } from './receipts/lines.rules'
import { countReceipts } from './receipts/receipts.query'

export const receipts = handle(
  announcement.receipts,
  async ({ post }, { region, announcementId }) => {
    const [doc, counts] = await together([
      findAnnouncement(announcementId),
      countReceipts(announcementId, { whole: true }),
    ])
    if (!doc || !covers(region, doc.region) || !isTheirs(doc, post.role)) return refuse('NOT_FOUND')
    if (doc.publishedAt === undefined) return refuse('NOT_PUBLISHED')
    const { must, callFrom } = doc
    const { people, withPhone, opened, confirmed, byOthers, called, choices } = counts
    return {
      announcementId,
      title: doc.said.title,
      ...(must ? { must } : {}),
      publishedAt: doc.publishedAt,
      making: isMaking(doc),
      ...{ people, withPhone, opened, confirmed, byOthers, called },
      choices: (must?.choices ?? []).map((choice, i) => ({ choice, count: choices[i] ?? 0 })),
      ...(callFrom === undefined ? {} : { callFrom }),
    }
  },
)
