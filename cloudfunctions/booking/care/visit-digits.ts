import type { Contract } from '../../../types/contract'
import { bookingCare } from '../../../types/contract/booking-care'
import { refuse } from '../../shared/errors'
import { type KeyRing, keyRing } from '../../shared/keys'
import { handle } from '../../shared/serve'
import { together } from '../../shared/together'
import type { BookingDoc } from '../booking.docs'
import { findRow } from '../early-row'
import { digitsOf } from './prove'

export const visitDigits = handle(
  bookingCare.visitDigits,
  async ({ subject, now }, { bookingId }) => {
    const [ring, { row }] = await together([keyRing(), findRow(bookingId, now)])
    if (row?.residentId !== subject.residentId) return refuse('NOT_FOUND')
    if (row.state === 'cancelled') return refuse('ALREADY_CANCELLED')
    return digitsOfVisit(ring, row)
  },
)

/** The digits of a visit, and which of them somebody is to be told next. */
export function digitsOfVisit(
  ring: KeyRing,
  row: Pick<BookingDoc, '_id' | 'serviceName' | 'startsAt' | 'endsAt' | 'visit'>,
): Contract['booking.visitDigits']['output'] {
  const { _id, serviceName, startsAt, endsAt, visit } = row
  return {
    bookingId: _id,
    ...{ serviceName, startsAt, endsAt },
    comes: digitsOf(ring, _id, 'in'),
    goes: digitsOf(ring, _id, 'out'),
    next: visit?.out ? 'none' : visit?.in ? 'goes' : 'comes',
  }
}
