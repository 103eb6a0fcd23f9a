import { booking } from '../../../types/contract/booking'
import { handle } from '../../shared/serve'
import { communityOf } from '../../shared/standing'
import { narrowed } from './narrowed'
import { listRated } from './ratings.query'

export const listRatings = handle(booking.listRatings, async (call, { after, ...only }) => {
  const of = await narrowed(call, only)
  const decides = call.post.role !== 'provider'
  return listRated(communityOf(call.post), of, { after, decides })
})
