import { booking } from '../../types/contract/booking'
import { findDiary } from '../shared/diary'
import { refuse } from '../shared/errors'
import { factsOf, readPerson } from '../shared/person-facts'
import { handle } from '../shared/serve'
import { addDays, momentOf } from '../shared/time'
import { together } from '../shared/together'
import { findService, listSlots as list } from './booking.query'
import { withAgainst } from './for-whom.rules'
import { readHomeCounts, sameHome } from './home-limits'

export const listSlots = handle(
  booking.listSlots,
  async (call, { serviceId, fromDay, toDay, after }) => {
    const { subject, now } = call
    const { residentId, record } = subject
    const [service, { items, ...more }, diary, person, counted] = await together([
      findService(subject, serviceId),
      list(subject, serviceId, {
        from: momentOf(fromDay),
        to: momentOf(addDays(toDay, 1)),
        now,
        after,
      }),
      findDiary(residentId),
      record ? Promise.resolve(record) : readPerson(residentId),
      readHomeCounts(call),
    ])
    if (!service) return refuse('NOT_FOUND')
    const home = sameHome(counted, await factsOf(person, { withAge: false }))
    return { items: withAgainst(items, service.terms, { diary, home }), ...more }
  },
)
