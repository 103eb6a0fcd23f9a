import type { AnnouncementState } from '../../../types/contract/announcement-desk'
import { LIMITS } from '../../../types/contract/limits'
import { _, readCollection } from '../../shared/db'
import type { AnnouncementDoc } from '../announcement.docs'

const announcements = readCollection<AnnouncementDoc>('announcements')

/** What a row of the desk's list shows. */
const FIELDS = [
  'said.title',
  'said.category',
  ...['state', 'from', 'changedBy', 'changedAt', 'publishAt', 'publishedAt', 'must', 'deskKey'],
]

/** One page of a desk's list, what was changed last first, and one more where there is any. */
export const listOnDesk = (
  desk: string,
  { state, after }: { state?: AnnouncementState | undefined; after?: string | undefined },
): Promise<AnnouncementDoc[]> =>
  announcements.list({
    where: {
      desks: desk,
      ...(state === undefined ? {} : { state }),
      ...(after === undefined ? {} : { deskKey: _.lt(after) }),
      removedAt: _.exists(false),
    },
    orderBy: [['deskKey', 'desc']],
    limit: LIMITS.announcementPage + 1,
    fields: FIELDS,
  })
