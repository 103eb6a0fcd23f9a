import { bookingCare } from '../../../types/contract/booking-care'
import { handle } from '../../shared/serve'
import { communityOf } from '../../shared/standing'
import { dayOf } from '../../shared/time'
import { together } from '../../shared/together'
import { providersOf } from '../providers.query'
import { listDaySlots, listHomeVisits } from './care.query'

/** Of a provider's workers only what is theirs is looked up at all. */
export const listVisits = handle(
  bookingCare.listVisits,
  async ({ post, actor, now }, { day = dayOf(now), after }) => {
    const communityId = communityOf(post)
    const [{ items, near, ...more }, providers] = await together([
      listDaySlots(communityId, day, after),
      providersOf(communityId, actor, post),
    ])
    const own = items.filter(({ providerId }) => providers === 'all' || providers.has(providerId))
    return { items: await listHomeVisits(own, near), ...more, day }
  },
)
