import { booking } from '../../../types/contract/booking'
import { handle } from '../../shared/serve'
import { communityOf } from '../../shared/standing'
import { addDays, dayOf, weekdayOf } from '../../shared/time'
import { asked, narrowed } from './narrowed'
import { weekOf } from './week.query'

export const listWeek = handle(booking.listWeek, async (call, { day, ...only }) => {
  const { post, now } = call
  const given = day ?? dayOf(now)
  const fromDay = addDays(given, -((weekdayOf(given) + 6) % 7))
  const days = await weekOf(communityOf(post), fromDay, asked(only), narrowed(call, only))
  return { fromDay, days }
})
