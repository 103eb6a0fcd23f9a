import { eachOf, together } from '../shared/together'
import { listDueCalls, noticesOf, sentOf } from './calls.query'
import { knows } from './calls.rules'
import { dropCall, openCall } from './calls.store'

const WIDTH = 8

/**
 * Decides of those who have had their time whether staff call: not where they have read it, or were sent it.
 * `open`: of those whom staff were to call already, who may have read it since. Answers how many are called now.
 */
export async function decideCalls(
  state: 'maybe' | 'open',
  now: number,
  limit: number,
): Promise<number> {
  const due = await listDueCalls(state, now, limit)
  if (due.length === 0) return 0
  const [told, reached] = await together([noticesOf(due), sentOf(due)])
  let open = 0
  await eachOf(due, WIDTH, async ({ _id, noticeId, pushId }) => {
    const fate = { notice: told.get(noticeId), sent: reached.has(pushId) }
    if (knows(state, fate)) await dropCall(_id, state)
    else if (state === 'maybe' && (await openCall(_id))) open++
  })
  return open
}
