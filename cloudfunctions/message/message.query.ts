import type { Notice } from '../../types/contract/message'
import { LIMITS } from '../../types/contract/limits'
import { _, readCollection } from '../shared/db'
import { pageOf } from '../shared/list-key.rules'
import type { NoticeDoc } from '../shared/notices'

const notices = readCollection<NoticeDoc>('notices')

/** One page of what an account was told, newest first. */
export async function listNotices(
  accountId: string,
  after: string | undefined,
): Promise<{ items: Notice[]; next?: string }> {
  const found = await notices.list({
    where: { accountId, ...(after === undefined ? {} : { listKey: _.lt(after) }) },
    orderBy: [['listKey', 'desc']],
    limit: LIMITS.messagePage + 1,
  })
  return pageOf(found, LIMITS.messagePage, ({ _id, at, unread, about }) => ({
    noticeId: _id,
    at,
    read: !unread,
    about,
  }))
}

/** How many an account has not read, up to `LIMITS.unreadCounted`. */
export async function countUnread(accountId: string): Promise<number> {
  const found = await notices.list({
    where: { accountId, unread: true },
    limit: LIMITS.unreadCounted,
    fields: ['unread'],
  })
  return found.length
}
