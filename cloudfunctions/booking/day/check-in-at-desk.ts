import { booking } from '../../../types/contract/booking'
import { handle } from '../../shared/serve'
import { changeVisit } from './change-visit'
import { marking } from './marking'

export const checkInAtDesk = handle(booking.checkInAtDesk, (call, which) =>
  changeVisit(call, which, (found) => marking(found, 'came', call)),
)
