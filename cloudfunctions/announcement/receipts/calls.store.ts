import { collection } from '../../shared/db'
import type { AnnouncementDoc } from '../announcement.docs'

const announcements = collection<AnnouncementDoc>('announcements')

/** Whoever calls knows of the call list. */
export const callersTold = (announcementId: string, now: number): Promise<boolean> =>
  announcements.updateOne(announcementId, { state: 'published' }, { callsTold: now })
