import { booking } from '../../types/contract/booking'
import { refuse } from '../shared/errors'
import { handle } from '../shared/serve'
import { communityOf } from '../shared/standing'
import { together } from '../shared/together'
import type { ClosureDoc, PatternDoc, ServiceDoc } from './booking.docs'
import { loadService } from './catalogue/catalogue.store'
import { keeps, keptBy } from './catalogue/keeper'
import { presentOffered } from './catalogue/present-offered'
import { listProviderDocs } from './providers.query'
import { presentClosures, presentPattern } from './times/present-times'
import { listClosuresAhead } from './times/closures.store'
import { listPatternsOf } from './times/times.store'

export const viewOffered = handle(booking.viewOffered, async (call, { serviceId }) => {
  const { post, now } = call
  const communityId = communityOf(post)
  const [service, kept, providers, patterns, closures] = await together([
    serviceId === undefined ? Promise.resolve(null) : loadService(serviceId),
    keptBy(call),
    listProviderDocs(communityId),
    serviceId === undefined ? Promise.resolve([]) : listPatternsOf(communityId, [serviceId]),
    serviceId === undefined ? Promise.resolve([]) : listClosuresAhead(communityId, now),
  ])
  if (serviceId !== undefined && service?.communityId !== communityId) return refuse('NOT_FOUND')
  if (service && !keeps(kept, service.providerId)) return refuse('NOT_YOUR_SERVICE')
  const theirs = service ? closures.filter((one) => concerns(one, service, patterns)) : []
  const mine = providers.filter(({ _id }) => keeps(kept, _id))
  return {
    ...(service ? { offered: await presentOffered(service) } : {}),
    patterns: service ? patterns.map((one) => presentPattern(one, service)) : [],
    closures: await presentClosures(theirs),
    providers: mine.map(({ _id, name }) => ({ providerId: _id, name })),
  }
})

/** Whether a closure is of the service, of who gives it, or of where it is given. */
function concerns(
  { of, ofId }: ClosureDoc,
  { _id, providerId, placeId }: ServiceDoc,
  patterns: readonly PatternDoc[],
): boolean {
  if (of === 'place') return [placeId, ...patterns.map((one) => one.placeId)].includes(ofId)
  return ofId === (of === 'service' ? _id : providerId)
}
