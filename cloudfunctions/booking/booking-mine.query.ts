import type { Booked } from '../../types/contract/booking'
import { readCollection } from '../shared/db'
import { type Diary, emptyDiary, standingOf } from '../shared/diary.rules'
import { together } from '../shared/together'
import type { BookingDoc, ServiceDoc } from './booking.docs'
import { presentRow, type Viewer } from './booking.query'
import { presentNoted, sealedNotes, withNotes } from './notes'
import { followChanges } from './view-booking.rules'

const diaries = readCollection<Diary>('diaries')
const bookings = readCollection<BookingDoc>('bookings')
const services = readCollection<ServiceDoc>('services')

/**
 * One of the viewer's bookings; null where they have none of that id. The diary is the truth about what is live, the
 * row remembers what the diary has forgotten (my-bookings.rules.ts).
 */
export async function findMine(
  { residentId, communityId }: Viewer,
  bookingId: string,
  now: number,
): Promise<{ booked: Booked; row: BookingDoc | null } | null> {
  const [found, row] = await together([diaries.find(residentId), bookings.find(bookingId)])
  const diary = found ?? emptyDiary(residentId, communityId)
  const own = row?.residentId === residentId ? row : null
  const standing = standingOf(diary, followChanges(diary, bookingId))
  if (standing.state !== 'none') {
    return { booked: await presentNoted(standing.claim, standing.state, now), row: own }
  }
  // What was changed goes on as another, which the diary has forgotten by now.
  if (!own || own.because === 'changed') return null
  const plain = presentRow(own, now)
  const [noted] = await withNotes([plain], sealedNotes([own]))
  return { booked: noted ?? plain, row: own }
}

/** What the service of a booking says of itself, while it is offered. */
export async function findOffered(
  { communityId }: Viewer,
  serviceId: string,
): Promise<ServiceDoc | null> {
  const service = await services.find(serviceId)
  return service?.communityId === communityId && service.state === 'offered' ? service : null
}
