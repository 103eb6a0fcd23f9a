import type { DayOfService } from '../../../types/contract/booking-visits'
import { _, readCollection } from '../../shared/db'
import { listKeyFrom } from '../../shared/list-key.rules'
import { addDays, momentOf } from '../../shared/time'
import { together } from '../../shared/together'
import type { SlotDoc } from '../booking.docs'
import type { FiguresDoc } from './figures.docs'
import type { Narrowed } from './narrowed'
import { weekFrom } from './week.rules'

const slots = readCollection<SlotDoc>('slots')
const figures = readCollection<FiguresDoc>('bookingFigures')

/** The most slots of one day, and services of two months, that are read. */
const MOST = 1_000

/** A week by day and service: what there is to take from the slots, who came from what the ticker counted. */
export async function weekOf(
  communityId: string,
  fromDay: string,
  { providers, serviceId }: Narrowed,
): Promise<DayOfService[]> {
  const days = Array.from({ length: 7 }, (_day, n) => addDays(fromDay, n))
  const narrow = {
    ...(providers === undefined ? {} : { providerId: _.in([...providers]) }),
    ...(serviceId === undefined ? {} : { serviceId }),
  }
  const months = [...new Set(days.map((day) => day.slice(0, 7)))]
  const [counted, ...found] = await together([
    figures.list({
      where: { communityId, month: _.in(months), ...narrow },
      limit: MOST,
      fields: ['serviceId', ...days.map((day) => `days.${day}`)],
    }),
    ...days.map((day) => slotsOn(communityId, day, narrow)),
  ])
  return weekFrom(days, found, counted)
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
    fields: ['serviceId', 'serviceName', 'capacity', 'left', 'queue', 'offers'],
  })
