import { _, readCollection } from '../../shared/db'
import type { AnnouncementDoc } from '../announcement.docs'
import { isMaking } from './lines.rules'

const announcements = readCollection<AnnouncementDoc>('announcements')

/** Announcements worked on in one run. */
const BATCH = 20

/** Published ones with work left, the oldest first. */
export const listWork = (): Promise<AnnouncementDoc[]> =>
  announcements.list({
    where: { 'work.at': _.gt(0) },
    orderBy: [['work.at', 'asc']],
    limit: BATCH,
  })

/** The announcements whose lines are still being made. At most 100. */
export async function listMaking(): Promise<Set<string>> {
  const found = await announcements.list({
    where: { 'work.at': _.gt(0) },
    orderBy: [['work.at', 'asc']],
    limit: 100,
    fields: ['work'],
  })
  return new Set(found.filter(isMaking).map(({ _id }) => _id))
}
