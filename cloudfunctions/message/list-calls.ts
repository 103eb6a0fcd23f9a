import { LIMITS } from '../../types/contract/limits'
import { message } from '../../types/contract/message'
import { pageOf } from '../shared/list-key.rules'
import { handle } from '../shared/serve'
import { communityOf } from '../shared/standing'
import { listOpenCalls } from './calls.query'
import { presentCalls } from './calls.present'

export const listCalls = handle(message.listCalls, async ({ post }, { after }) => {
  const found = await listOpenCalls(communityOf(post), after, LIMITS.callPage + 1)
  const { items, ...next } = pageOf(found, LIMITS.callPage, (doc) => doc)
  return { items: await presentCalls(items), ...next }
})
