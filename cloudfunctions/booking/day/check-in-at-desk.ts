import { booking } from '../../../types/contract/booking'
import { refuse } from '../../shared/errors'
import { handle } from '../../shared/serve'
import { noteVisit } from '../care/check-in'
import { changeVisit } from './change-visit'
import { marking } from './marking'
import { presentOne } from './visits.query'

/** The person's code proves more than somebody's word, and goes the way that a home visit's proof goes. */
export const checkInAtDesk = handle(booking.checkInAtDesk, async (call, { code, ...which }) => {
  if (code === undefined) return changeVisit(call, which, (found) => marking(found, 'came', call))
  const { row, slot } = await noteVisit(call, 'in', { ...which, proof: { kind: 'code', code } })
  return slot ? presentOne(slot, { ...which, row }) : refuse('NOT_FOUND')
})
