import { booking } from '../../../types/contract/booking'
import { handle } from '../../shared/serve'
import { loadVisit } from './loading'
import { presentOne } from './visits.query'

export const viewVisit = handle(booking.viewVisit, async (call, which) => {
  const { slot, row } = await loadVisit(call, which)
  return presentOne(slot, { ...which, row })
})
