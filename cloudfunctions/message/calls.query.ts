import { _, readCollection } from '../shared/db'
import type { NoticeDoc } from '../shared/notices'
import type { PushDoc } from '../shared/pushes'
import type { CallDoc } from '../shared/to-call'

const calls = readCollection<CallDoc>('calls')
const notices = readCollection<NoticeDoc>('notices')
const pushes = readCollection<PushDoc>('pushes')

export const findCall = (callId: string): Promise<CallDoc | null> => calls.find(callId)

/** Whom a community calls, the longest waiting first. */
export const listOpenCalls = (
  communityId: string,
  after: string | undefined,
  limit: number,
): Promise<CallDoc[]> =>
  calls.list({
    where: { communityId, state: 'open', ...(after === undefined ? {} : { listKey: _.gt(after) }) },
    orderBy: [['listKey', 'asc']],
    limit,
  })

/** Those that have had their time to read it themselves, the longest ago first. */
export const listDueCalls = (
  state: 'maybe' | 'open',
  now: number,
  limit: number,
): Promise<CallDoc[]> =>
  calls.list({
    where: { state, callFrom: _.lte(now) },
    orderBy: [['callFrom', 'asc']],
    limit,
  })

/** What somebody was told, by the notices' ids. */
export async function noticesOf(rows: readonly CallDoc[]): Promise<Map<string, NoticeDoc>> {
  if (rows.length === 0) return new Map()
  const found = await notices.findMany(rows.map(({ noticeId }) => noticeId))
  return new Map(found.map((notice) => [notice._id, notice]))
}

/** The ids of those messages that were sent. */
export async function sentOf(rows: readonly CallDoc[]): Promise<Set<string>> {
  const found: PushDoc[] = await pushes.findMany(rows.map(({ pushId }) => pushId))
  return new Set(found.filter(({ state }) => state === 'sent').map(({ _id }) => _id))
}
