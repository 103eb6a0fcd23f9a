import { _, readCollection } from '../../shared/db'
import { DAY } from '../../shared/time'
import type { AnnouncementDoc } from '../announcement.docs'

const announcements = readCollection<AnnouncementDoc>('announcements')

/** Of a list that began longer ago nobody is told any more: those of years are not gone through each minute. */
const TOLD_WITHIN = 7 * DAY

/** Announcements whose call lists stand, and whose callers have not been told: the oldest first. */
export const listUntold = (now: number, limit: number): Promise<AnnouncementDoc[]> =>
  announcements.list({
    where: {
      state: 'published',
      callsTold: _.exists(false),
      callFrom: _.and(_.gt(now - TOLD_WITHIN), _.lte(now)),
    },
    orderBy: [['callFrom', 'asc']],
    limit,
  })
