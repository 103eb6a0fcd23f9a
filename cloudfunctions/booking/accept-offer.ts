import { booking } from '../../types/contract/booking'
import { refuse } from '../shared/errors'
import { handle } from '../shared/serve'
import { takePlaces } from './take'

/** Takes the place that is kept for whoever waited, as `reserve` takes one. */
export const acceptOffer = handle(booking.acceptOffer, async (call, input) => {
  const { slotId, note, answers, useSubsidy } = input
  const { subject, by } = call
  const [ended] = await takePlaces(call, {
    ...{ subject, by, slotIds: [slotId], note, answers, useSubsidy },
  })
  if (ended && 'booked' in ended) return ended.booked
  return refuse(ended?.code === 'SLOT_FULL' ? 'OFFER_OVER' : (ended?.code ?? 'NOT_FOUND'))
})
