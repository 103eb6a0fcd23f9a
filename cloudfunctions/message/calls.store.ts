import type { PersonToCall } from '../../types/contract/message-calls'
import { _, collection, readCollection } from '../shared/db'
import type { NoticeDoc } from '../shared/notices'
import type { PushDoc } from '../shared/pushes'
import { type Tap, TAPS_KEPT } from '../shared/taps'
import type { CallDoc } from '../shared/to-call'
import { eachOf, together } from '../shared/together'

const calls = collection<CallDoc>('calls')
const notices = readCollection<NoticeDoc>('notices')
const pushes = readCollection<PushDoc>('pushes')
const WIDTH = 8

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

/** What somebody was told, by the notices' ids. */
export async function noticesOf(rows: readonly CallDoc[]): Promise<Map<string, NoticeDoc>> {
  if (rows.length === 0) return new Map()
  const found = await notices.findMany(rows.map(({ noticeId }) => noticeId))
  return new Map(found.map((notice) => [notice._id, notice]))
}

/** What became of a call. */
export const noteCall = (
  callId: string,
  call: NonNullable<PersonToCall['call']>,
  tap: Tap,
): Promise<boolean> =>
  calls.updateOne(
    callId,
    { state: 'open', 'taps.tapId': _.neq(tap.tapId) },
    {
      call,
      state: ENDS.includes(call.result) ? 'done' : 'open',
      taps: _.push({ each: [tap], slice: -TAPS_KEPT }),
    },
  )

/** After these nobody calls again. */
const ENDS: readonly NonNullable<PersonToCall['call']>['result'][] = ['told', 'visited', 'refused']

/**
 * Decides of those who have had their time whether staff call: not where they have read it, or were sent it.
 * `open`: of those whom staff were to call already, who may have read it since. Answers how many are called now.
 */
export async function decideCalls(
  state: 'maybe' | 'open',
  now: number,
  limit: number,
): Promise<number> {
  const due = await calls.list({
    where: { state, callFrom: _.lte(now) },
    orderBy: [['callFrom', 'asc']],
    limit,
  })
  if (due.length === 0) return 0
  const [told, sent] = await together([
    noticesOf(due),
    pushes.findMany(due.map(({ pushId }) => pushId)),
  ])
  const reached = new Set(sent.filter((push) => push.state === 'sent').map(({ _id }) => _id))
  let open = 0
  await eachOf(due, WIDTH, async ({ _id, noticeId, pushId }) => {
    const knows =
      !(told.get(noticeId)?.unread ?? false) || (state === 'maybe' && reached.has(pushId))
    if (knows) await calls.removeIf(_id, { state })
    else if (state === 'maybe' && (await calls.updateOne(_id, { state }, { state: 'open' }))) open++
  })
  return open
}
