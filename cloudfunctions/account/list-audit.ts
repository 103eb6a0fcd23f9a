import { account } from '../../types/contract/account'
import { listFactsBy } from '../shared/audit.query'
import { namesOf } from '../shared/people'
import { handle } from '../shared/serve'
import { communityOf } from '../shared/standing'
import { together } from '../shared/together'
import { maskName } from './mask.rules'
import { presentTraces } from './traces.query'

/** Facts on one page. */
const PAGE = 50

export const listAudit = handle(account.listAudit, async ({ post }, { after }) => {
  const { items, next } = await listFactsBy(communityOf(post), { after, limit: PAGE })
  const concerned = items.flatMap(({ whom }) => (whom === undefined ? [] : [whom]))
  const [traces, names] = await together([presentTraces(items), namesOf([...new Set(concerned)])])
  return {
    items: traces.map((trace, i) => {
      const name = names.get(items[i]?.whom ?? '')
      return name === undefined ? trace : { ...trace, whom: maskName(name) }
    }),
    ...(next ? { next } : {}),
  }
})
