import { message } from '../../types/contract/message'
import { handle } from '../shared/serve'
import { countUnread } from './message.query'
import { markAll, markThese } from './message.store'

/** Marking again changes nothing, so that a tap that comes twice needs no mark of its own. */
export const markRead = handle(message.markRead, async ({ openid, now }, input) => {
  if ('all' in input) await markAll(openid, now)
  else await markThese(openid, input.noticeIds, now)
  return { unread: await countUnread(openid) }
})
