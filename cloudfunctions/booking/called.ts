import { namesOf } from '../shared/people'
import type { Seat } from './booking.rules'
import { NOBODY } from './day/visits.text'

/** What a seat says of its person, which goes along to another one; one that changed hands has no name of its own. */
export async function called(residentId: string, { name, home }: Partial<Seat> = {}) {
  return {
    name: name ?? (await namesOf([residentId])).get(residentId) ?? NOBODY,
    ...(home === undefined ? {} : { home }),
  }
}
