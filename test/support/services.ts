import type { ServiceDoc } from '../../cloudfunctions/booking/booking.docs'
import { slotIdOf } from '../../cloudfunctions/booking/booking.rules'
import { momentOf } from '../../cloudfunctions/shared/time'
import { USUAL_TERMS, type Terms } from '../../types/contract/booking-terms'

/** A service with the usual terms, or others. */
export const smallService = (
  place: { communityId: string; region: string },
  { terms, ...more }: Partial<Omit<ServiceDoc, 'terms'>> & { terms?: Partial<Terms> } = {},
): ServiceDoc => ({
  _id: 'service',
  ...place,
  name: '体检',
  need: 'healthCheck',
  category: 'health',
  summary: '',
  about: '',
  bring: [],
  prepare: [],
  pictures: [],
  providerId: 'provider',
  providerName: '卫生站',
  where: 'place',
  placeId: 'room',
  place: '一楼',
  priceFen: 0,
  minutes: 60,
  state: 'offered',
  listKey: '000000000000001_service',
  version: 1,
  taps: [],
  ...more,
  terms: { ...USUAL_TERMS, ...terms },
})

/** A slot of the demo's first community: `demoSlot('health-check', 'clinic1', '2026-11-24', '09:30')`. */
export const demoSlot = (service: string, placeId: string, day: string, time: string): string =>
  slotIdOf(`chunxiao-${service}`, placeId, momentOf(day, time))
