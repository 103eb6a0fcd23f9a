import { LIMITS } from '../../../types/contract/limits'
import { bookingCare } from '../../../types/contract/booking-care'
import { refuse } from '../../shared/errors'
import { pageOf } from '../../shared/list-key.rules'
import { namesOf } from '../../shared/people'
import { handle } from '../../shared/serve'
import { communityOf } from '../../shared/standing'
import { together } from '../../shared/together'
import { accountedOf, isForLooking } from './account.rules'
import { findProvider, rowsOfMonth } from './care.query'

/** What is odd about a visit hangs on the others of the month, so that all of it is read for each page. */
export const listFlagged = handle(
  bookingCare.listFlagged,
  async ({ post, now }, { providerId, month, after = '' }) => {
    const communityId = communityOf(post)
    const [provider, rows] = await together([
      findProvider(providerId),
      rowsOfMonth(communityId, providerId, month),
    ])
    if (provider?.communityId !== communityId) return refuse('NOT_FOUND')
    const found = accountedOf(rows, now).filter(
      (visit) => isForLooking(visit) && visit.listKey > after,
    )
    const { items, ...more } = pageOf(found, LIMITS.callPage, (visit) => visit)
    const names = await namesOf(items.map(({ residentId }) => residentId))
    return {
      items: items.map((visit) => {
        const name = names.get(visit.residentId)
        return { ...visit, ...(name === undefined ? {} : { name }) }
      }),
      ...more,
    }
  },
)
