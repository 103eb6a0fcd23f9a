import type { Offered } from '../../../types/contract/booking-catalogue'
import type { ServiceDoc } from '../booking.docs'
import { picturesOf } from '../booking.query'

/** Staff's order of a service, as its list key says it. */
const orderOf = ({ listKey }: Pick<ServiceDoc, 'listKey'>): number => Number(listKey.slice(0, 15))

/** A service as whoever edits it sees it. */
export async function presentOffered(service: ServiceDoc): Promise<Offered> {
  const { _id, version, name, need, summary, about, bring, prepare, pictures, providerId } = service
  const { phone, where, place, priceFen, subsidisedFen, minutes, terms, state } = service
  const pictureUrls = await picturesOf(service)
  return {
    serviceId: _id,
    version,
    plan: {
      ...{ name, need, summary, about, bring, prepare, pictures, providerId, where, place },
      ...{ priceFen, minutes, terms, state, order: Math.min(orderOf(service), 9_999) },
      ...(phone === undefined ? {} : { phone }),
      ...(subsidisedFen === undefined ? {} : { subsidisedFen }),
    },
    providerName: service.providerName,
    pictureUrls,
  }
}
