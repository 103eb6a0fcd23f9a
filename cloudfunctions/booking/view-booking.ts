import { booking } from '../../types/contract/booking'
import { ERROR_TEXT } from '../../types/contract/errors.text'
import { refuse } from '../shared/errors'
import { handle } from '../shared/serve'
import { findMine, findOffered } from './booking-mine.query'
import type { ServiceDoc } from './booking.docs'
import { isAhead } from './my-bookings.rules'
import { decideCannot } from './view-booking.rules'

export const viewBooking = handle(
  booking.viewBooking,
  async ({ subject, by, now }, { bookingId }) => {
    const found = await findMine(subject, bookingId, now)
    if (!found) return refuse('NOT_FOUND')
    const { booked } = found
    const service = await findOffered(subject, booked.serviceId)
    const code = decideCannot(booked, now, { atWork: by?.kind === 'desk' })
    const canCancel = isAhead(booked, now) && code === null
    return {
      booked,
      name: subject.name,
      ...(service ? { service: aboutOf(service) } : {}),
      canCancel,
      canChange: canCancel && service !== null,
      ...(code ? { cannot: { code, say: ERROR_TEXT[code] } } : {}),
    }
  },
)

const aboutOf = ({ need, bring, prepare, phone }: ServiceDoc) => ({
  ...{ need, bring, prepare },
  ...(phone === undefined ? {} : { phone }),
})
