import type { Booked } from '../../../types/contract/booking'
import { BOOKING_TEXT } from './booking.text'

const TEXT = BOOKING_TEXT.mine

type By = NonNullable<Booked['by']>

const whoOf = ({ kind, relation }: By): string =>
  kind !== 'helper' ? TEXT[kind] : relation ? TEXT.helper[relation] : TEXT.family

/** Who booked, or gave back, in the resident's place; nothing where they did it themselves. */
export const doneBySaid = ({
  state,
  by,
  cancelledBy,
}: Pick<Booked, 'state' | 'by' | 'cancelledBy'>): string | undefined => {
  if (state === 'cancelled' && cancelledBy) return TEXT.cancelledBy(whoOf(cancelledBy))
  return by && TEXT.bookedBy(whoOf(by))
}
