import { booking } from '../../../types/contract/booking'
import { refuse } from '../../shared/errors'
import { handle } from '../../shared/serve'
import { communityOf } from '../../shared/standing'
import { tapSeen } from '../../shared/taps'
import type { BookingDoc } from '../booking.docs'
import { findBooking } from '../booking.store'
import { presentRated } from './ratings.rules'
import { changed, changeRow } from './rows.store'

/** Refused words go; the stars stay. */
export const reviewRating = handle(booking.reviewRating, async (call, { ratingId, verdict }) => {
  const { post, tap } = call
  const row = await findBooking(ratingId)
  if (row?.communityId !== communityOf(post) || !row.rating) return refuse('NOT_FOUND')
  const seen = tapSeen(row.taps ?? [], tap)
  if (seen === 'reused') return refuse('TAP_REUSED')
  if (seen === 'same' || !row.rating.held) return shown(row)
  const { stars, words, first } = row.rating
  const kept = verdict === 'allow' && words !== undefined ? { words } : {}
  const change = { rating: { stars, first, ...kept } }
  // Only the words that were looked at.
  const same = { 'rating.words': words ?? '', 'rating.held': true }
  return (await changeRow(row, tap, change, same))
    ? shown(changed(row, change, tap))
    : refuse('BUSY')
})

const shown = (row: BookingDoc) => presentRated(row, { decides: true })[0] ?? refuse('NOT_FOUND')
