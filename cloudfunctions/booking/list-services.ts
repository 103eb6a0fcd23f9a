import { booking } from '../../types/contract/booking'
import { LIMITS } from '../../types/contract/limits'
import { handle } from '../shared/serve'
import { listServices as list } from './booking.query'

export const listServices = handle(
  booking.listServices,
  { who: 'resident' },
  async ({ actor }, { after }) => list(actor, { after, limit: LIMITS.servicePage }),
)
