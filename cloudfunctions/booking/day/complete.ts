import { booking } from '../../../types/contract/booking'
import { handle } from '../../shared/serve'
import { changeVisit } from './change-visit'
import { marking } from './marking'

/** Nothing is paid here: what was paid on site is noted. Given again without an amount, what was noted stays. */
export const complete = handle(booking.complete, (call, { paidFen, receiptNo, ...which }) =>
  changeVisit(call, which, (found) => {
    const marked = marking(found, 'done', call)
    if (!marked || paidFen === undefined) return marked
    const receipt = receiptNo === undefined ? {} : { receiptNo }
    return { change: { ...marked.change, paid: { fen: paidFen, ...receipt, at: call.now } } }
  }),
)
