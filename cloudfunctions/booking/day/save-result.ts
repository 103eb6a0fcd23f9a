import { booking } from '../../../types/contract/booking'
import { refuse } from '../../shared/errors'
import { keyRing } from '../../shared/keys'
import { handle } from '../../shared/serve'
import { sealFields, sealingOf } from '../../shared/sealed-fields'
import { changeVisit } from './change-visit'
import { decideResult } from './marks.rules'

/** Written again, it is the newer text. */
export const saveResult = handle(booking.saveResult, async (call, { text, ...which }) => {
  const ring = await keyRing()
  return changeVisit(call, which, ({ row }) => {
    const refusal = decideResult(row, call.now)
    if (refusal) return refuse(refusal)
    const { change, conditions } = sealFields(ring, sealingOf('bookings'), row, { result: text })
    return { change: { ...change, resultAt: call.now }, conditions }
  })
})
