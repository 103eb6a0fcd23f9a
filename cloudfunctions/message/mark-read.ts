import { message } from '../../types/contract/message'
import { handle } from '../shared/serve'
import { together } from '../shared/together'
import { countUnread, findGroups } from './message.query'
import { markAll, markThese } from './message.store'
import { markAllSeen, markSeen } from './seen.store'

/** Marking again changes nothing, so that a tap that comes twice needs no mark of its own. */
export const markRead = handle(message.markRead, async (call, input) => {
  const { openid, actor, subject, now } = call
  if ('all' in input) {
    await together([markAll(openid, now), markAllSeen({ openid, actor, subject }, now)])
  } else {
    const { noticeIds } = input
    const own = noticeIds.filter((id) => !id.startsWith('m-'))
    const [groups] = await together([
      findGroups(call, noticeIds),
      own.length > 0 ? markThese(openid, own, now) : Promise.resolve(0),
    ])
    if (groups.length > 0) await markSeen({ openid, actor, subject }, groups)
  }
  return { unread: await countUnread(call) }
})
