import { booking } from '../../types/contract/booking'
import { handle } from '../shared/serve'
import { dayOf } from '../shared/time'
import { listVisits } from './desk.query'

export const listDay = handle(
  booking.listDay,
  { who: 'staff' },
  async ({ actor, now }, { day = dayOf(now), after }) => ({
    ...(await listVisits(actor.communityId, day, after)),
    day,
  }),
)
