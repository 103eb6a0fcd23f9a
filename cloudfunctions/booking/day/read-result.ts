import { booking } from '../../../types/contract/booking'
import { handle } from '../../shared/serve'
import { loadVisit } from './loading'
import { resultOf } from './results.query'

/** Who looked, and at whose, stands in the audit trail before this runs (shared/trace.ts). */
export const readResult = handle(booking.readResult, async (call, which) => {
  const { row } = await loadVisit(call, which)
  const text = await resultOf(row)
  return text === undefined ? {} : { text }
})
