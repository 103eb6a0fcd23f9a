import { bookingCare } from '../../../types/contract/booking-care'
import { refuse } from '../../shared/errors'
import { handle } from '../../shared/serve'
import { communityOf } from '../../shared/standing'
import { tapSeen } from '../../shared/taps'
import { dayOf } from '../../shared/time'
import { findBooking } from '../booking.store'
import { accountedOf } from './account.rules'
import { rowsBetween } from './care.query'
import { noteCheck } from './care.store'
import { monthAfter } from './entitlement.rules'

export const recordSpotCheck = handle(
  bookingCare.recordSpotCheck,
  async ({ actor, post, tap, now }, { bookingId, residentId, result, say }) => {
    const communityId = communityOf(post)
    const row = await findBooking(bookingId)
    if (row?.communityId !== communityId || row.residentId !== residentId)
      return refuse('NOT_FOUND')
    const seen = tapSeen(row.taps ?? [], tap)
    if (seen === 'reused') return refuse('TAP_REUSED')
    const check = { at: now, by: actor.ref, result, say }
    // What is odd about it hangs on the others of its month, as in the account.
    const month = dayOf(row.startsAt).slice(0, 7)
    const around = await rowsBetween(communityId, row.providerId, [
      `${month}-01`,
      `${monthAfter(month)}-01`,
    ])
    const visit = seen === 'same' ? row.visit : { ...row.visit, check }
    const shown = accountedOf(
      around.map((one) => (one._id === bookingId ? { ...one, ...(visit ? { visit } : {}) } : one)),
      now,
    ).find((one) => one.bookingId === bookingId)
    // Not over yet, cancelled, or nothing that the government pays for.
    if (!shown) return refuse('VISIT_STATE')
    if (seen === 'new' && !(await noteCheck(bookingId, check, tap))) {
      const after = await findBooking(bookingId)
      if (tapSeen(after?.taps ?? [], tap) !== 'same') return refuse('VISIT_STATE')
    }
    return shown
  },
)
