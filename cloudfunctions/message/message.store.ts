import { collection } from '../shared/db'
import type { NoticeDoc } from '../shared/notices'

const notices = collection<NoticeDoc>('notices')

/** How many are marked at a time. */
const BATCH = 500

/** Marks those of these that are the account's and unread. */
export const markThese = (
  accountId: string,
  ids: readonly string[],
  readAt: number,
): Promise<number> =>
  notices.updateMany(ids, { accountId, unread: true }, { unread: false, readAt })

/** Marks all that an account has not read. */
export async function markAll(accountId: string, readAt: number): Promise<void> {
  for (;;) {
    const found = await notices.list({
      where: { accountId, unread: true },
      limit: BATCH,
      fields: ['unread'],
    })
    if (found.length === 0) return
    await markThese(
      accountId,
      found.map(({ _id }) => _id),
      readAt,
    )
    if (found.length < BATCH) return
  }
}
