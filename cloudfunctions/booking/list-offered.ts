import { booking } from '../../types/contract/booking'
import { LIMITS } from '../../types/contract/limits'
import { pageOf } from '../shared/list-key.rules'
import { handle } from '../shared/serve'
import { communityOf } from '../shared/standing'
import { addDays, dayOf } from '../shared/time'
import { together } from '../shared/together'
import { presentService } from './booking.query'
import { listOfferedDocs } from './catalogue/catalogue.store'
import { keeps, keptBy } from './catalogue/keeper'
import { timesBetween } from './times/patterns.rules'
import { closureOver } from './times/replan.rules'
import { listClosuresAhead } from './times/closures.store'
import { listAllPatterns } from './times/times.store'

export const listOffered = handle(booking.listOffered, async (call, { after = '' }) => {
  const { post, now } = call
  const communityId = communityOf(post)
  const [services, kept, patterns, closures] = await together([
    listOfferedDocs(communityId, after),
    keptBy(call),
    listAllPatterns(communityId),
    listClosuresAhead(communityId, now),
  ])
  const { items, ...more } = pageOf(services, LIMITS.servicePage, (service) => service)
  const tomorrow = addDays(dayOf(now), 1)
  return {
    items: items
      .filter(({ providerId }) => keeps(kept, providerId))
      .map((service) => {
        const { _id, providerId, state, minutes, terms } = service
        const own = patterns.filter(({ serviceId }) => serviceId === _id)
        const horizon = addDays(dayOf(now), terms.aheadDays)
        const times = timesBetween(tomorrow, horizon, own, minutes)
        const open = times.filter((time) => !closureOver(time, service, closures))
        return { ...presentService(service), providerId, state, slotsAhead: open.length }
      }),
    ...more,
  }
})
