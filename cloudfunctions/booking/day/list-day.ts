import { booking } from '../../../types/contract/booking'
import { handle } from '../../shared/serve'
import { communityOf } from '../../shared/standing'
import { dayOf } from '../../shared/time'
import { narrowed } from './narrowed'
import { listVisits } from './visits.query'

export const listDay = handle(booking.listDay, async (call, { day, after, ...only }) => {
  const { post, now } = call
  const communityId = communityOf(post)
  const of = await narrowed(call, only)
  const today = day ?? dayOf(now)
  return { ...(await listVisits({ communityId, day: today, ...of }, after)), day: today }
})
