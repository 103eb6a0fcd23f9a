import type { Visit } from '../../types/contract/booking'
import { LIMITS } from '../../types/contract/limits'
import { _, readCollection } from '../shared/db'
import { listKeyFrom, pageOf } from '../shared/list-key.rules'
import { namesOf } from '../shared/people'
import { addDays, momentOf } from '../shared/time'
import { together } from '../shared/together'
import type { BookingDoc, SlotDoc } from './booking.docs'
import { visitsOf } from './desk.rules'
import { sealedNotes, withNotes } from './notes'

const slots = readCollection<SlotDoc>('slots')
const bookings = readCollection<BookingDoc>('bookings')

/** A page of a community's day: whoever has a seat in its slots, by time. */
export async function listVisits(
  communityId: string,
  day: string,
  after = '',
): Promise<{ items: Visit[]; next?: string }> {
  const begins = listKeyFrom(momentOf(day))
  const found = await slots.list({
    where: {
      communityId,
      listKey: _.and(
        _.gt(after > begins ? after : begins),
        _.lt(listKeyFrom(momentOf(addDays(day, 1)))),
      ),
    },
    orderBy: [['listKey', 'asc']],
    limit: LIMITS.deskPage + 1,
    fields: ['serviceId', 'serviceName', 'place', 'startsAt', 'endsAt', 'seats', 'listKey'],
  })
  const { items, ...more } = pageOf(found, LIMITS.deskPage, (slot) => slot)
  const [names, rows] = await together([
    namesOf(items.flatMap(({ seats }) => Object.keys(seats))),
    bookings.findMany(items.flatMap(({ seats }) => Object.values(seats).map((s) => s.bookingId))),
  ])
  return { items: await withNotes(visitsOf(items, names, rows), sealedNotes(rows)), ...more }
}
