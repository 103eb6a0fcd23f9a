import { announcement } from '../../types/contract/announcement'
import { covers } from '../shared/access.rules'
import { pathsTo } from '../shared/reader-keys.rules'
import { handle } from '../shared/serve'
import { together } from '../shared/together'
import { peopleWithin } from './receipts/calling.rules'
import { isMaking } from './receipts/lines.rules'
import { isTheirs } from './reading.rules'
import { countReceipts, listStanding } from './receipts/receipts.query'

export const listCalling = handle(announcement.listCalling, async ({ post, now }, { region }) => {
  const standing = await listStanding(pathsTo(region), region, now)
  const items = await together(
    standing.flatMap((doc) => {
      const within = peopleWithin(doc.region, region)
      if (!within || !isTheirs(doc, post.role)) return []
      return [
        countReceipts(doc._id, within).then(({ people, left }) => ({
          announcementId: doc._id,
          region: covers(region, doc.region) ? doc.region : region,
          title: doc.said.title,
          people,
          left,
          making: isMaking(doc),
          callFrom: doc.callFrom ?? 0,
        })),
      ]
    }),
  )
  return { items }
})
