import { booking } from '../../types/contract/booking'
import { handle } from '../shared/serve'
import { communityOf } from '../shared/standing'
import { dayOf } from '../shared/time'
import { listVisits } from './desk.query'

export const listDay = handle(
  booking.listDay,
  async ({ post, now }, { day = dayOf(now), after }) => ({
    ...(await listVisits(communityOf(post), day, after)),
    day,
  }),
)
