import type { DayOfService } from '../../../types/contract/booking-visits'
import { _, readCollection } from '../../shared/db'
import { listKeyFrom } from '../../shared/list-key.rules'
import { addDays, momentOf } from '../../shared/time'
import { together } from '../../shared/together'
import type { SlotDoc } from '../booking.docs'
import type { FiguresDoc } from './figures.docs'
import { type Narrowed, seen } from './narrowed'
import { weekFrom } from './week.rules'

const slots = readCollection<SlotDoc>('slots')
const figures = readCollection<FiguresDoc>('bookingFigures')

/** The most slots of one day, and services of two months, that are read. */
const MOST = 1_000

/**
 * A week by day and service: what there is to take from the slots, who came from what the ticker counted. All that is
 * asked for is read while it is found out what of it the caller may see.
 */
export async function weekOf(
  communityId: string,
  fromDay: string,
  { providers, serviceId }: Narrowed,
  narrowed: Promise<Narrowed>,
): Promise<DayOfService[]> {
  const days = Array.from({ length: 7 }, (_day, n) => addDays(fromDay, n))
  const narrow = {
    ...(providers === undefined ? {} : { providerId: _.in([...providers]) }),
    ...(serviceId === undefined ? {} : { serviceId }),
  }
  const months = [...new Set(days.map((day) => day.slice(0, 7)))]
  const [of, counted, ...found] = await together([
    narrowed,
    figures.list({
      where: { communityId, month: _.in(months), ...narrow },
      limit: MOST,
      fields: ['serviceId', 'providerId', ...days.map((day) => `days.${day}`)],
    }),
    ...days.map((day) => slotsOn(communityId, day, narrow)),
  ])
  const own = found.map((slots) => seen(of, slots))
  return weekFrom(days, own, seen(of, counted))
}

const slotsOn = (
  communityId: string,
  day: string,
  narrow: Record<string, unknown>,
): Promise<SlotDoc[]> =>
  slots.list({
    where: {
      communityId,
      ...narrow,
      listKey: _.and(
        _.gte(listKeyFrom(momentOf(day))),
        _.lt(listKeyFrom(momentOf(addDays(day, 1)))),
      ),
    },
    limit: MOST,
    fields: ['serviceId', 'serviceName', 'providerId', 'capacity', 'left', 'queue', 'offers'],
  })
