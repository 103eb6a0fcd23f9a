import { booking } from '../../types/contract/booking'
import { refuse } from '../shared/errors'
import { handle } from '../shared/serve'
import { addDays, momentOf } from '../shared/time'
import { together } from '../shared/together'
import { findService, listSlots as list } from './booking.query'

export const listSlots = handle(
  booking.listSlots,
  async ({ subject, now }, { serviceId, fromDay, toDay, after }) => {
    const [service, page] = await together([
      findService(subject, serviceId),
      list(subject, serviceId, {
        from: momentOf(fromDay),
        to: momentOf(addDays(toDay, 1)),
        now,
        after,
      }),
    ])
    return service ? page : refuse('NOT_FOUND')
  },
)
