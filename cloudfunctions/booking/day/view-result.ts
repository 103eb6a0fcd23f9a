import { booking } from '../../../types/contract/booking'
import { refuse } from '../../shared/errors'
import { handle } from '../../shared/serve'
import { findBooking } from '../booking.store'
import { decideRate } from './marks.rules'
import { presentRating } from './ratings.rules'
import { resultOf } from './results.query'

/** A result may be about health: a helper reads it only where they may do everything for the person. */
export const viewResult = handle(booking.viewResult, async (call, { bookingId }) => {
  const { actor, subject, by, now } = call
  const grant = by?.kind === 'helper' ? by.grantId : undefined
  const scope = actor.grants.find(({ grantId }) => grantId === grant)?.scope
  if (by && scope !== 'everything') return refuse('NOT_ALLOWED')
  const row = await findBooking(bookingId)
  if (row?.residentId !== subject.residentId) return refuse('NOT_FOUND')
  const text = await resultOf(row)
  return {
    ...(text === undefined ? {} : { text }),
    ...(row.rating ? { rating: presentRating(row.rating) } : {}),
    mayRate: decideRate(row, now) === null,
  }
})
