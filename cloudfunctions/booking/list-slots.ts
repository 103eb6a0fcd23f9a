import { booking } from '../../types/contract/booking'
import { findDiary } from '../shared/diary'
import { refuse } from '../shared/errors'
import { handle } from '../shared/serve'
import { addDays, momentOf } from '../shared/time'
import { together } from '../shared/together'
import { findService, listSlots as list } from './booking.query'
import { withAgainst } from './for-whom.rules'

export const listSlots = handle(
  booking.listSlots,
  async ({ subject, now }, { serviceId, fromDay, toDay, after }) => {
    const [service, { items, ...more }, diary] = await together([
      findService(subject, serviceId),
      list(subject, serviceId, {
        from: momentOf(fromDay),
        to: momentOf(addDays(toDay, 1)),
        now,
        after,
      }),
      findDiary(subject.residentId),
    ])
    if (!service) return refuse('NOT_FOUND')
    return { items: withAgainst(items, service.terms, diary), ...more }
  },
)
