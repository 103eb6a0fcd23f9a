import { describeError, log } from '../shared/log'
import { noticeWords } from '../shared/notice.text'
import { sayInGroup } from '../shared/wecom'
import { findForGroup, takeForGroup, webhook } from '../shared/wecom-queue'
import { placesNamed } from './group.query'
import { groupText } from './group.rules'

/** Facts that go into one text. */
const BATCH = 100

/** Says in the staff's group what waits for it, as one text. A failure is logged, and nothing waits for it. */
export async function tellStaffGroup(now: number): Promise<number> {
  const address = webhook()
  if (address === undefined) return 0
  const waiting = await findForGroup(now, BATCH)
  if (!(await takeForGroup(waiting, now))) return 0
  const places = await placesNamed(waiting.flatMap(({ communityId }) => communityId ?? []))
  const lines = waiting.map(({ about, communityId = '' }) => ({
    place: places.get(communityId) ?? '',
    ...noticeWords(about),
  }))
  try {
    await sayInGroup(address, groupText(lines))
    return waiting.length
  } catch (error) {
    log('warn', 'group not told', { facts: waiting.length, ...describeError(error) })
    return 0
  }
}
