import { booking } from '../../../types/contract/booking'
import { phoneOfResident } from '../../shared/resident-phone'
import { handle } from '../../shared/serve'
import { loadVisit } from './loading'

/** Who looked, and whose number, stands in the audit trail before this runs (shared/trace.ts). */
export const revealVisitPhone = handle(booking.revealVisitPhone, async (call, which) => {
  const { row } = await loadVisit(call, which)
  const phone = await phoneOfResident(row.residentId)
  return phone === undefined ? {} : { phone }
})
