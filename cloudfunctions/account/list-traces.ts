import { account } from '../../types/contract/account'
import { listFactsOf } from '../shared/audit.query'
import { handle } from '../shared/serve'
import { personOf } from './person.query'
import { presentTraces } from './traces.query'

/** Facts on one page. */
const PAGE = 50

/** What was done with the person's data: the caller's, in all their communities, or of the one helped. */
export const listTraces = handle(account.listTraces, async (call, { after }) => {
  const { actor, subject, by } = call
  const ids = by
    ? subject && [subject.residentId]
    : (await personOf(actor)).records.map(({ residentId }) => residentId)
  if (!ids || ids.length === 0) return { items: [] }
  const { items, next } = await listFactsOf(ids, { after, limit: PAGE })
  return { items: await presentTraces(items), ...(next ? { next } : {}) }
})
