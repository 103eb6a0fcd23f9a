import type { ServiceDoc } from '../../cloudfunctions/booking/booking.docs'
import { slotIdOf } from '../../cloudfunctions/booking/booking.rules'
import { momentOf } from '../../cloudfunctions/shared/time'
import type { ServicePlan } from '../../types/contract/booking-catalogue'
import type { WeekPlan } from '../../types/contract/booking-times'
import type { Terms } from '../../types/contract/booking-terms'
import { USUAL_TERMS } from '../../types/contract/usual-terms'

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

/** A plan of a service, with the usual terms or others. */
export const planOf = ({
  terms,
  ...more
}: Partial<Omit<ServicePlan, 'terms'>> & { terms?: Partial<Terms> } = {}): ServicePlan => ({
  name: '中医推拿',
  need: 'rehabilitation',
  summary: '肩颈腰腿疼',
  about: '',
  bring: [],
  prepare: [],
  pictures: [],
  providerId: 'chunxiao-clinic',
  where: 'place',
  place: '一楼',
  priceFen: 3_000,
  minutes: 30,
  terms: { ...USUAL_TERMS, ...terms },
  state: 'offered',
  order: 50,
  ...more,
})

/** A weekly pattern: every day from nine to eleven, or otherwise. */
export const weekOf = (more: Partial<WeekPlan> = {}): WeekPlan => ({
  weekdays: [0, 1, 2, 3, 4, 5, 6],
  spans: [{ from: '09:00', to: '11:00' }],
  breaks: [],
  capacity: 2,
  bufferMinutes: 0,
  travelMinutes: 0,
  fromDay: '2026-11-23',
  holidays: 'rest',
  makeUp: 'rest',
  ...more,
})

/** A slot of the demo's first community: `demoSlot('health-check', 'clinic1', '2026-11-24', '09:30')`. */
export const demoSlot = (service: string, placeId: string, day: string, time: string): string =>
  slotIdOf(`chunxiao-${service}`, placeId, momentOf(day, time))
