import { booking } from '../../../types/contract/booking'
import { handle } from '../../shared/serve'
import { communityOf } from '../../shared/standing'
import { dayOf } from '../../shared/time'
import { asked, narrowed } from './narrowed'
import { listVisitsSeen } from './visits.query'

export const listDay = handle(booking.listDay, async (call, { day, after, ...only }) => {
  const { post, now } = call
  const communityId = communityOf(post)
  const today = day ?? dayOf(now)
  const of = { communityId, day: today, ...asked(only) }
  return { ...(await listVisitsSeen(of, after, narrowed(call, only))), day: today }
})
