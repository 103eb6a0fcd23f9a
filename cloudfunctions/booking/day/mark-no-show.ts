import { booking } from '../../../types/contract/booking'
import { handle } from '../../shared/serve'
import { changeVisit } from './change-visit'
import { marking } from './marking'

export const markNoShow = handle(booking.markNoShow, (call, which) =>
  changeVisit(call, which, (found) => marking(found, 'absent', call)),
)
