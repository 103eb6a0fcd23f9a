import { booking } from '../../types/contract/booking'
import { LIMITS } from '../../types/contract/limits'
import { handle } from '../shared/serve'
import { listServices as list } from './booking.query'

export const listServices = handle(booking.listServices, async ({ subject }, { after }) =>
  list(subject, { after, limit: LIMITS.servicePage }),
)
