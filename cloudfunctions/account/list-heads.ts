import { account } from '../../types/contract/account'
import { listHeads as headsOf } from '../shared/audit.query'
import { handle } from '../shared/serve'

/** Days on one page. */
const PAGE = 31

export const listHeads = handle(account.listHeads, async ({ now }, { communityId, after }) => {
  const { items, next } = await headsOf(communityId, { after, limit: PAGE }, now)
  return {
    heads: items.map(({ day, count, hash }) => ({ day, count, hash })),
    ...(next ? { next } : {}),
  }
})
