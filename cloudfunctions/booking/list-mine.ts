import { booking } from '../../types/contract/booking'
import { handle } from '../shared/serve'
import { listMine as list } from './booking.query'

export const listMine = handle(
  booking.listMine,
  { who: 'resident' },
  async ({ actor, now }, { after }) => list(actor, now, after),
)
