import { _, readCollection } from '../../shared/db'
import type { ReaderDoc } from '../announcement.docs'

const readings = readCollection<ReaderDoc>('readings')

/**
 * Readers of whom the receipts have something to follow: but for what they did about these announcements, and
 * but for these readers.
 */
export const listUnfollowed = (
  making: readonly string[],
  stuck: ReadonlySet<string>,
  limit: number,
): Promise<ReaderDoc[]> =>
  readings.list({
    where: {
      outbox: _.elemMatch({ at: _.gt(0), announcementId: _.nin([...making]) }),
      ...(stuck.size > 0 ? { _id: _.nin([...stuck]) } : {}),
    },
    limit,
  })
