import { booking } from '../../../types/contract/booking'
import { checkText, type Verdict } from '../../shared/content-check'
import { _ } from '../../shared/db'
import { refuse } from '../../shared/errors'
import { listKeyOf } from '../../shared/list-key.rules'
import { handle } from '../../shared/serve'
import { tapSeen } from '../../shared/taps'
import { findBooking } from '../booking.store'
import { decideRate } from './marks.rules'
import { newRating, presentRating } from './ratings.rules'
import { changeRow } from './rows.store'

/** How often a call looks again after another came between. */
const TRIES = 4

/** Words pass WeChat's check; what it is unsure of is held for staff, and counts with its stars. */
export const rate = handle(booking.rate, async (call, { bookingId, stars, words }) => {
  const { subject, openid, tap, now } = call
  let checked: Verdict | undefined
  for (let tries = 0; tries < TRIES; tries++) {
    const row = await findBooking(bookingId)
    if (row?.residentId !== subject.residentId) return refuse('NOT_FOUND')
    const seen = tapSeen(row.taps ?? [], tap)
    if (seen === 'reused') return refuse('TAP_REUSED')
    if (seen === 'same' && row.rating) return presentRating(row.rating)
    const refusal = decideRate(row, now)
    if (refusal) return refuse(refusal)
    checked ??= words === undefined ? 'pass' : await checkText(openid, words)
    const rating = newRating({ stars, words, verdict: checked }, row.rating?.first ?? now)
    if (!rating) return refuse('TEXT_REFUSED')
    const change = { rating, ratedKey: row.ratedKey ?? listKeyOf(now, bookingId) }
    const same = { 'rating.first': row.rating?.first ?? _.exists(false) }
    if (await changeRow(row, tap, change, same)) return presentRating(rating)
  }
  return refuse('BUSY')
})
