import { _, collection } from '../../shared/db'
import { dayOf } from '../../shared/time'
import type { BookingDoc } from '../booking.docs'
import type { FiguresDoc, UseCounts } from './figures.docs'
import { NO_USE, totalUse } from './figures.rules'

/** What staff see of months: a document for each service and month. */
const figures = collection<FiguresDoc>('bookingFigures')

/** A service's day. */
export interface ServiceDay {
  communityId: string
  region: string
  serviceId: string
  serviceName: string
  providerId: string
  /** '2026-11-23' */
  day: string
}

export const serviceDayOf = (row: BookingDoc): ServiceDay => {
  const { communityId, region, serviceId, serviceName, providerId, startsAt } = row
  return { communityId, region, serviceId, serviceName, providerId, day: dayOf(startsAt) }
}

/** How often a day is written again where another day of its month came between. */
const TRIES = 5

/**
 * Writes what was counted of a day into its month, unless somebody counted it from newer rows; answers whether it
 * stands there now.
 */
export async function writeDayCounts(
  of: ServiceDay,
  use: UseCounts,
  readAt: number,
): Promise<boolean> {
  const { day, ...service } = of
  const month = day.slice(0, 7)
  const _id = `${of.serviceId}_${month}`
  for (let tries = 0; tries < TRIES; tries++) {
    const found = await figures.find(_id)
    if (!found) {
      await figures.insert({ _id, ...service, month, days: {}, total: NO_USE, version: 0 })
      continue
    }
    if ((found.days[day]?.readAt ?? 0) >= readAt) return true
    const days = { ...found.days, [day]: { ...use, readAt } }
    const { serviceName, providerId } = service
    const done = await figures.updateOne(
      _id,
      { version: _.eq(found.version) },
      {
        ...{ serviceName, providerId, version: found.version + 1 },
        [`days.${day}`]: days[day],
        total: totalUse(Object.values(days)),
      },
    )
    if (done) return true
  }
  return false
}
