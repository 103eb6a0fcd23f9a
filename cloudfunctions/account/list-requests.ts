import { account } from '../../types/contract/account'
import { LIMITS } from '../../types/contract/limits'
import { pageOf } from '../shared/list-key.rules'
import { handle } from '../shared/serve'
import { communityOf } from '../shared/standing'
import { presentRequests } from './requests.query'
import { listWaiting } from './requests.store'

export const listRequests = handle(account.listRequests, async ({ post, now }, { after = '' }) => {
  const found = await listWaiting(communityOf(post), after, LIMITS.requestPage + 1)
  const { items, ...more } = pageOf(found, LIMITS.requestPage, (request) => request)
  return { items: await presentRequests(items, now), ...more }
})
