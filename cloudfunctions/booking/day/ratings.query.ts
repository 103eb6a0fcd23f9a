import type { Rated } from '../../../types/contract/booking-visits'
import { _, readCollection } from '../../shared/db'
import type { BookingDoc } from '../booking.docs'
import type { Narrowed } from './narrowed'
import { presentRated } from './ratings.rules'

const bookings = readCollection<BookingDoc>('bookings')

const PAGE = 30

/** One page of what people said, newest first. */
export async function listRated(
  communityId: string,
  { providers, serviceId }: Narrowed,
  { after, decides }: { after?: string | undefined; decides: boolean },
): Promise<{ items: Rated[]; next?: string }> {
  const found = await bookings.list({
    where: {
      communityId,
      ratedKey: after === undefined ? _.gt('') : _.and(_.gt(''), _.lt(after)),
      ...(providers === undefined ? {} : { providerId: _.in([...providers]) }),
      ...(serviceId === undefined ? {} : { serviceId }),
    },
    orderBy: [['ratedKey', 'desc']],
    limit: PAGE + 1,
    fields: ['serviceName', 'startsAt', 'rating', 'ratedKey'],
  })
  const shown = found.slice(0, PAGE)
  const last = shown.at(-1)?.ratedKey
  return {
    items: shown.flatMap((row) => presentRated(row, { decides })),
    ...(found.length > PAGE && last !== undefined ? { next: last } : {}),
  }
}
