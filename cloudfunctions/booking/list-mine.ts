import { booking } from '../../types/contract/booking'
import { handle } from '../shared/serve'
import { listMine as list } from './booking.query'

export const listMine = handle(booking.listMine, async ({ subject, now }, { after }) =>
  list(subject, now, after),
)
